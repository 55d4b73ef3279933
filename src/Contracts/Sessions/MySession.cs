namespace PartyRealtime.Contracts.Sessions;

/// <summary>One device or browser that is signed in.</summary>
/// <param name="Id">Names the session in lists; opens nothing.</param>
/// <param name="LastSeenAt">Exact to the hour.</param>
/// <param name="Current">The session that asks.</param>
public sealed record MySession(string Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string UserAgent, bool Current);
