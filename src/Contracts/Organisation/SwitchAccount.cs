namespace PartyRealtime.Contracts.Organisation;

/// <summary>An account shall be disabled, which ends its sessions, or be usable again.</summary>
/// <param name="Reason">Why, for the audit.</param>
[GenerateSerializer, Immutable, Alias("switch-account")]
public sealed record SwitchAccount([property: Id(0)] OfficialId Official, [property: Id(1)] bool Enabled, [property: Id(2)] string Reason);
