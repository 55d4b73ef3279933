using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Web.Inbox;

/// <summary>How far a device knows its seats, as the browser sends it.</summary>
internal sealed record CursorsBody(ImmutableArray<SeatCursor>? Cursors);
