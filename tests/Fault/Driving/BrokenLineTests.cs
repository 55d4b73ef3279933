using System.Net;
using System.Net.Sockets;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>However a killed server leaves the line, it is no answer; nothing else may leave HttpClient.</summary>
public sealed class BrokenLineTests : IDisposable
{
    /// <summary>Of 2,000 that were tried, three lines were reset between being accepted and being asked for their other end.</summary>
    private const int Rounds = 40;
    private const int AtOnce = 50;

    private readonly TcpListener _resetting = new(IPAddress.Loopback, 0);

    public void Dispose() => _resetting.Dispose();

    [Fact]
    public async Task A_line_that_is_reset_as_soon_as_it_is_accepted_is_no_answer()
    {
        _resetting.Start();
        using var enough = new CancellationTokenSource();
        var resets = ResetAll(enough.Token);
        using var http = new HttpClient();
        var url = new Uri($"http://{_resetting.LocalEndpoint}/");
        for (var round = 0; round < Rounds; round++)
            Assert.All(await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Ask(http, url))), Assert.True);
        await enough.CancelAsync();
        await resets;
    }

    private static async Task<bool> Ask(HttpClient http, Uri url)
    {
        try
        {
            using var answer = await http.GetAsync(url);
            return false;
        }
        catch (Exception broken)
        {
            return broken.IsNoAnswer();
        }
    }

    private async Task ResetAll(CancellationToken enough)
    {
        try
        {
            while (true)
            {
                using var line = await _resetting.AcceptSocketAsync(enough);
                line.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        }
        catch (OperationCanceledException)
        {
            // All have asked.
        }
    }
}
