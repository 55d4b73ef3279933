using System.Net.Sockets;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>What a client sees of a server that is killed while it asks.</summary>
internal static class BrokenLine
{
    /// <summary>
    /// Whether no answer came: refused, broken off or cancelled. A line that was reset at once after it had been accepted is
    /// told by HttpClient as a bare <see cref="SocketException"/> ("Transport endpoint is not connected"): it asks the new
    /// socket for its other end outside of what it wraps in <see cref="HttpRequestException"/>.
    /// </summary>
    public static bool IsNoAnswer(this Exception broken) =>
        broken is HttpRequestException or IOException or SocketException or OperationCanceledException;
}
