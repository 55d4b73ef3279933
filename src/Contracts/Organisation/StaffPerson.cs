using System.Collections.Immutable;
using PartyRealtime.Contracts.Sessions;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A person whose rights change.</summary>
/// <param name="Row">The account.</param>
/// <param name="SessionsHead">The head of the stream that orders everything about the account.</param>
/// <param name="Open">The sessions that have not ended.</param>
/// <param name="Units">The units of the desks and posts that are held today or from a later day; null for a post of no unit, as an operator's.</param>
public sealed record StaffPerson(
    OfficialRow Row, long SessionsHead, ImmutableArray<SessionRow> Open, ImmutableArray<UnitId?> Units);
