using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.Web.Refusals;

/// <summary>
/// What became of a command whose endpoint failed by something nobody expected. A plain "internal" would be read as "not
/// done", and the next attempt, under another id, would do it twice.
/// </summary>
internal static partial class BrokenCommand
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Its receipt when it was applied, UnknownOutcome when that cannot be said now, and null when it was not applied and
    /// never will be: its id is written as abandoned by then.
    /// </summary>
    public static async Task<Outcome<Receipt>?> Settle(HttpContext http)
    {
        var key = http.RequestServices.GetRequiredService<Caller>().Command.Key;
        try
        {
            var official = http.RequestServices.GetRequiredService<IGrainFactory>().GetGrain<IOfficialGrain>(key.Official.ToGrainKey());
            var outcome = await official.Abandon(key.Command).WaitAsync(AnswerMax, http.RequestAborted);
            return outcome.Refusal?.Code == RefusalCode.CommandAbandoned ? null : outcome;
        }
        catch (Exception away)
        {
            NotSettled(http.RequestServices.GetRequiredService<ILogger<Refusal>>(), away);
            return RefusalCode.UnknownOutcome;
        }
    }

    [LoggerMessage(4302, LogLevel.Warning, "What became of a command that failed is not known; its sender sends it again under its id.")]
    private static partial void NotSettled(ILogger log, Exception away);
}
