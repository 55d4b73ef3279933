using System.Collections.Immutable;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>What this program needs of "who am I".</summary>
public sealed record Me(MeOfficial Official, ImmutableArray<MeSeat> Seats, string Epoch)
{
    /// <summary>The seat of this kind or role; null when the person does not hold one.</summary>
    public MeSeat? Seat(Func<MeSeat, bool> which) => Seats.FirstOrDefault(which);
}
