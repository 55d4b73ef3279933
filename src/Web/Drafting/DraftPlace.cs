namespace PartyRealtime.Web.Drafting;

/// <summary>A visit and the room that it is in.</summary>
internal sealed record DraftPlace(DraftRoom Room, DraftVisit Visit);
