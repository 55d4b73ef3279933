namespace PartyRealtime.YjsTests.RealYjs;

/// <summary>A replica of real Yjs as it stood when it was asked.</summary>
/// <param name="Dump">See oracle/src/dump.js.</param>
/// <param name="State">All of it as one update, what waits too.</param>
/// <param name="Waits">Something has not come in yet. Yjs then holds back more than what misses something, until that comes.</param>
public sealed record Replica(string Dump, byte[] StateVector, byte[] State, bool Waits);
