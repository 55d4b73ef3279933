namespace PartyRealtime.Storage.Inbox;

/// <summary>A seat with a position, as the statements select it.</summary>
internal sealed class SeatRowAt
{
    public int Seat { get; init; }

    public long Position { get; init; }
}
