namespace PartyRealtime.FaultTests.Driving;

/// <summary>Sending to a node that may be dead, or dying.</summary>
internal static class Sending
{
    /// <summary>The answer; null when none came, and the same may be sent again until the limit.</summary>
    public static async Task<HttpResponseMessage?> SendOrNone(this HttpClient http, HttpRequestMessage request, CancellationToken limit)
    {
        try
        {
            return await http.SendAsync(request, limit);
        }
        catch (Exception none) when (none is HttpRequestException or TaskCanceledException && !limit.IsCancellationRequested)
        {
            return null;
        }
    }
}
