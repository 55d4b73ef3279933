namespace PartyRealtime.Contracts.Live;

/// <summary>Pushed: the session has ended; the connection closes now.</summary>
/// <param name="Reason">A code for the sentence that the client shows.</param>
public sealed record SignedOut(string Reason);
