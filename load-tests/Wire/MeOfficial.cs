namespace PartyRealtime.LoadTests.Wire;

public sealed record MeOfficial(int Id, string Name, string SignIn);
