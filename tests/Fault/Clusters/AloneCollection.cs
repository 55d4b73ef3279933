namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What is held to a time and needs no cluster: nothing else of this suite runs beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
