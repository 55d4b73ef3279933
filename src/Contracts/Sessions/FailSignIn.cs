namespace PartyRealtime.Contracts.Sessions;

/// <summary>A password was wrong.</summary>
/// <param name="StepUp">Given inside a session, to sign, instead of at sign-in.</param>
[GenerateSerializer, Immutable, Alias("fail-sign-in")]
public sealed record FailSignIn([property: Id(0)] bool StepUp);
