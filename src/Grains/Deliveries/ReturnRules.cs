using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Deliveries.Facts;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Inbox;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>What a returned delivery asks of its sender: to be known.</summary>
internal static class ReturnRules
{
    /// <summary>
    /// The item at the sender's desk, from the unit that sent it back, with the reason; null when nothing came back, or what
    /// came back is known.
    /// </summary>
    public static OpenItem? Item(DeliveryRow row, SeatId desk, UnitFacts from, ItemContent content) => IsOpen(row)
        ? new(
            new ItemKey(desk, row.Id.Value, Reason.Returned),
            Box.Returned,
            content with { FromUnit = from.Id, From = from.FullName, Note = Shortened(row.ReturnReason), DueOn = null })
        : null;

    /// <summary>The one act of the sender on a delivery: the right to it is the desk where the return lies, and no part in the receiving unit.</summary>
    public static Outcome<DeliveryDecision> Close(DeliveryScene scene)
    {
        if (scene.Sender.Desk is not { } desk || !scene.Actor.Holds(desk) || scene.Document.Secrecy > scene.Actor.Clearance)
            return RefusalCode.NotInScope;
        if (!IsOpen(scene.Row))
            return RefusalCode.NotAllowedNow;
        var after = scene.Row with { ReturnClosedAt = scene.Now, ReturnClosedBy = scene.Actor.Official };
        var decision = DeliveryRules.Decided(after, scene.Steps, scene, FactJson.Of(new DeliveryReturnClosed(scene.Row.Unit)));
        return decision with { Seat = desk, ActingUnit = scene.Sender.Id };
    }

    /// <summary>A reason may be longer than what an item shows; the board, or the step, has all of it.</summary>
    public static string? Shortened(string? reason) => reason?.Length > NoteRules.TextCharsMax
        ? string.Concat(reason.AsSpan(0, NoteRules.TextCharsMax - (char.IsHighSurrogate(reason[NoteRules.TextCharsMax - 2]) ? 2 : 1)), "…")
        : reason;

    private static bool IsOpen(DeliveryRow row) => row is { State: DeliveryState.Returned, ReturnClosedAt: null };
}
