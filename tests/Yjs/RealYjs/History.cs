namespace PartyRealtime.YjsTests.RealYjs;

/// <summary>What several authors wrote, and what all of them see at the end.</summary>
/// <param name="Dump">See oracle/src/dump.js.</param>
/// <param name="Agreed">False where even the replicas of Yjs differ in what they show.</param>
public sealed record History(int Seed, IReadOnlyList<byte[]> Updates, string Dump, bool Agreed);
