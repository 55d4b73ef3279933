namespace PartyRealtime.Web.Auth;

/// <summary>The body of a change of one's own password: the one until now, and the next.</summary>
public sealed record ChangePasswordRequest(string? Password, string? Next);
