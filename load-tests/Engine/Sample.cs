namespace PartyRealtime.LoadTests.Engine;

/// <summary>What one group of processes used.</summary>
/// <param name="Second">Since the load began.</param>
/// <param name="Cores">CPU time over wall time since the last sample.</param>
/// <param name="ResidentMiB">Memory now.</param>
public sealed record Sample(double Second, double Cores, double ResidentMiB);
