using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.Storage.Organisation;

/// <summary>
/// Gives seats and switches accounts from the command line of whoever runs the system, by the rules that the offices' own acts
/// go by; a server may run beside it and follows within 5 s.
/// </summary>
public sealed class Staffing(IStaffReads staff, ICommitWriter writer)
{
    public Task<Refusal?> Give(GiveSeat request) => Write(
        request.Seat,
        request.InsteadOf is { } instead ? [request.Official, instead] : [request.Official],
        scene => StaffRules.Give(request, scene));

    public Task<Refusal?> End(EndHolding request) => Write(request.Seat, [request.Official], scene => StaffRules.End(request, scene));

    public Task<Refusal?> Switch(SwitchAccount request) =>
        Write(null, [request.Official], scene => StaffRules.Switch(request, Actor.System.Official, scene));

    /// <summary>Null when it is written; else why nothing was changed.</summary>
    private async Task<Refusal?> Write(SeatId? seat, OfficialId[] people, Func<StaffScene, Outcome<StaffDecision>> decide)
    {
        while (true)
        {
            var scene = await staff.Scene(seat, people);
            var decision = decide(scene);
            if (!decision.IsOk)
                return decision.Refusal;
            var result = await writer.Write(StaffCommit.Of(decision.Value, scene, Actor.System));
            if (result is CommitResult.Committed)
                return null;
            if (result is not CommitResult.PositionLost)
                throw new InvalidOperationException($"The change could not be stored: {result}.");
        }
    }
}
