using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>The own account.</summary>
public sealed record MyAccount(OfficialId Id, string Name, string SignIn);
