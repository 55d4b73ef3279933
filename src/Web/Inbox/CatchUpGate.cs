using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Inbox;

/// <summary>
/// How many catch-ups this node reads at once. After a restart every device asks in the same seconds; those that cannot
/// be served soon are told when to come back, each at a moment of its own, and nobody else's reads wait behind them.
/// </summary>
internal sealed class CatchUpGate : IDisposable
{
    public const int AtOnceMax = 64;

    private readonly Places _places = new(AtOnceMax, WaitMax);

    /// <summary>How long one waits for a place.</summary>
    public static TimeSpan WaitMax { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The answer, or Busy when no place was free in time.</summary>
    public Task<Outcome<InboxCatchUp>> Pass(Func<Task<InboxCatchUp>> read, CancellationToken cancellation) =>
        _places.Take<InboxCatchUp>(async () => await read(), ComeBack.Busy, cancellation);

    public void Dispose() => _places.Dispose();
}
