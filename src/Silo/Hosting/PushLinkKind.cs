namespace PartyRealtime.Silo.Hosting;

/// <summary>By which way hints go from node to node.</summary>
public enum PushLinkKind
{
    /// <summary>By the calls between silos, which need nothing else.</summary>
    Orleans,

    /// <summary>By Redis channels; by the silos' calls while Redis is away.</summary>
    Redis,
}
