using PartyRealtime.Yjs.Integration;
using PartyRealtime.Yjs.Lib0;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Reading;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs;

/// <summary>
/// A document that Yjs clients edit together, as a server holds it: it takes updates in any order and any number of times,
/// and ends with the content that every Yjs client ends with. Not for use by several threads at once.
/// </summary>
public sealed class YDocument
{
    private static readonly Dictionary<long, long> NothingKnown = [];

    private bool broken;

    internal DocumentState State { get; } = new();

    /// <summary>Structs in memory; what one person writes in one go is one.</summary>
    public int StructCount => State.Store.StructCount;

    /// <summary>Structs that wait for others that have not come.</summary>
    public int PendingStructCount => State.WaitingCount;

    /// <summary>Ranges of deletions that wait for what they delete.</summary>
    public int PendingDeletionCount => State.WaitingDeletions.RangeCount;

    /// <summary>About so many bytes of memory; what <see cref="UpdateLimits.DocumentBytesMax"/> bounds.</summary>
    public long WeightBytes => State.WeightBytes;

    /// <summary>The names of the roots that anybody wrote to.</summary>
    public IReadOnlyCollection<string> RootNames => State.Roots.Keys;

    /// <summary>Takes an update: null when it is taken, else why not; then the document is as before.</summary>
    /// <param name="update">Format v1, not kept.</param>
    public UpdateRefusal? Apply(ReadOnlySpan<byte> update, UpdateLimits limits)
    {
        var prepared = Prepare(update, limits, out var refusal);
        if (prepared is not null)
            Commit(prepared);
        return refusal;
    }

    /// <summary>Decodes an update and decides whether it may come in, without changing anything. Null when it is refused.</summary>
    public PreparedUpdate? Prepare(ReadOnlySpan<byte> update, UpdateLimits limits, out UpdateRefusal? refusal)
    {
        ThrowIfBroken();
        var decoded = UpdateDecoder.Decode(update, limits, out refusal);
        if (decoded is null)
            return null;
        var plan = State.Plan(decoded);
        refusal = UpdatePolicy.Check(State, decoded, plan, limits);
        return refusal is null ? new PreparedUpdate(State, decoded, plan, limits.ComparisonsMax) : null;
    }

    /// <summary>
    /// Brings a prepared update in, once. Limits are not looked at again: what was stored must come in, whatever was
    /// committed since. Of k structs and r ranges of deletions in a document of s structs it takes O((k + r) log s + s) time,
    /// and <see cref="UpdateLimits.ComparisonsMax"/> comparisons beside that.
    /// </summary>
    /// <returns>
    /// What is to be stored and passed on in place of the update where this document made something else of it than real
    /// Yjs would, for those who have heard of everything before; null where it came in as it is, as updates of clients do.
    /// </returns>
    public byte[]? Commit(PreparedUpdate prepared)
    {
        if (prepared.State != State || prepared.IsCommitted)
            throw new InvalidOperationException("A prepared update is committed once, to the document that prepared it.");
        ThrowIfBroken();
        prepared.IsCommitted = true;
        var plan = prepared.Version == State.Version ? prepared.Plan : State.Plan(prepared.Update);
        // What is told again may be told otherwise, and real Yjs looks at it again.
        var tellsAgain = prepared.Update.Blocks.Exists(block => block.Structs[0].Clock < State.Store.StateOf(block.Client));
        CarryOut(plan, prepared.Update.Deletions, prepared.ComparisonsMax);
        return tellsAgain || State.WasAltered ? EncodeNew(prepared) : null;
    }

    /// <summary>For each client the clock after its last integrated unit.</summary>
    public IReadOnlyDictionary<long, long> StateVector() => State.Store.Clients.ToDictionary(client => client.Client, client => client.State);

    /// <summary>The state vector as clients send it.</summary>
    public byte[] EncodeStateVector() => StateVectors.Encode(StateVector());

    /// <summary>Everything, pending updates too: a document that takes it is equal to this one.</summary>
    public byte[] EncodeState() => EncodeDiff(NothingKnown);

    /// <summary>What somebody with this state vector lacks, and all deletions.</summary>
    public byte[] EncodeDiff(IReadOnlyDictionary<long, long> stateVector)
    {
        ThrowIfBroken();
        var writer = new ByteWriter(256);
        UpdateEncoder.WriteState(writer, State.Store, State.Waiting, stateVector);
        var deletions = UpdateEncoder.DeletionsOf(State.Store);
        deletions.AddAll(State.WaitingDeletions);
        deletions.Write(writer);
        return writer.ToArray();
    }

    /// <summary>Which units are deleted: for each client ranges that rise and do not touch.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<ClockRange>> Deletions() =>
        UpdateEncoder.DeletionsOf(State.Store).Clients.ToDictionary(client => client.Key, IReadOnlyList<ClockRange> (client) => client.Value);

    /// <summary>A root, read as what the reader knows it to be: updates do not say. Empty where nobody wrote to it.</summary>
    public YType Root(string name, TypeKind kind) =>
        new(State.Roots.GetValueOrDefault(name) ?? new SharedType(TypeKind.Unknown, name), kind);

    internal void CarryOut(IntegrationPlan plan, DeleteSet deletions, long comparisonsMax)
    {
        // A fault in mid-change is a bug of this library; what is in memory then is no document any more.
        broken = true;
        State.CarryOut(plan, deletions, comparisonsMax);
        broken = false;
    }

    /// <summary>What came in and what was deleted by it, no more: a small update that is passed on otherwise stays small.</summary>
    private byte[] EncodeNew(PreparedUpdate committed)
    {
        var before = State.Store.Clients.ToDictionary(client => client.Client, client => client.State);
        foreach (var (client, range) in committed.NewContent)
            before[client] = Math.Min(before.GetValueOrDefault(client), range.Clock);
        var writer = new ByteWriter(256);
        UpdateEncoder.WriteState(writer, State.Store, State.Waiting, before);
        var deletions = State.JustDeleted();
        deletions.AddAll(committed.Update.Deletions);
        deletions.Normalise();
        deletions.Write(writer);
        return writer.ToArray();
    }

    private void ThrowIfBroken()
    {
        if (broken)
            throw new InvalidOperationException("A change broke off in the middle: load the document anew.");
    }
}
