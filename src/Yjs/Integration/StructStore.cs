using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs.Integration;

/// <summary>Everything that is integrated, by client.</summary>
internal sealed class StructStore
{
    private readonly Dictionary<long, ClientStructs> clients = [];

    public IReadOnlyCollection<ClientStructs> Clients => clients.Values;

    public int ClientCount => clients.Count;

    /// <summary>Structs of all clients.</summary>
    public int StructCount { get; set; }

    public ClientStructs? Of(long client) => clients.GetValueOrDefault(client);

    /// <summary>The clock after a client's last unit; 0 for one who wrote nothing.</summary>
    public long StateOf(long client) => clients.TryGetValue(client, out var structs) ? structs.State : 0;

    /// <summary>Adds what follows the client's last unit.</summary>
    public ClientStructs Add(Struct added)
    {
        if (!clients.TryGetValue(added.Id.Client, out var structs))
            clients.Add(added.Id.Client, structs = new ClientStructs(added.Id.Client));
        if (structs.State != added.Clock)
            throw new InvalidOperationException("The structs of a client touch.");
        structs.Structs.Add(added);
        StructCount++;
        return structs;
    }

    /// <summary>The struct that holds a unit, or null where it is not integrated.</summary>
    public Struct? Find(Id id) =>
        clients.TryGetValue(id.Client, out var structs) && id.Clock < structs.State ? structs.Structs[structs.IndexOf(id.Clock)] : null;

    /// <summary>Is every unit of the range known, and deleted?</summary>
    public bool IsDeleted(long client, ClockRange range)
    {
        if (Of(client) is not { } known || range.End > known.State)
            return false;
        var index = known.IndexOf(range.Clock);
        while (index < known.Structs.Count && known.Structs[index].Clock < range.End)
        {
            if (!known.Structs[index++].IsDeleted)
                return false;
        }
        return true;
    }
}
