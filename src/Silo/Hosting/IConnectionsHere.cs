namespace PartyRealtime.Silo.Hosting;

/// <summary>Connections of people at this node, of one kind, that other nodes can take over.</summary>
public interface IConnectionsHere
{
    /// <summary>How many stand now.</summary>
    int Count { get; }

    /// <summary>
    /// Tells at most so many to come back, which another node answers, and closes them. Returns when they were closed; how many
    /// those were.
    /// </summary>
    Task<int> Move(int max);
}
