using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Organisation;

/// <summary>Whose holding ends, and the first day it is no more.</summary>
internal sealed record EndHoldingBody(OfficialId Official, DateOnly? On);
