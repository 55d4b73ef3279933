namespace PartyRealtime.Web.Organisation;

/// <summary>Why an account is disabled or enabled.</summary>
internal sealed record SwitchAccountBody(string? Reason);
