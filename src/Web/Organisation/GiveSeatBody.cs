using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Organisation;

/// <summary>To whom a seat goes, on which days, and whose holding that ends.</summary>
internal sealed record GiveSeatBody(OfficialId Official, DateOnly? From, DateOnly? Until, OfficialId? InsteadOf);
