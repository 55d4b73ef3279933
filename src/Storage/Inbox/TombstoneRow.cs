namespace PartyRealtime.Storage.Inbox;

/// <summary>A removed item, as the statement selects it.</summary>
internal sealed class TombstoneRow
{
    public int Seat { get; init; }

    public Guid Subject { get; init; }

    public int Reason { get; init; }
}
