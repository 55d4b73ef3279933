using System.Collections.Immutable;
using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Organisation.Facts;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Organisation.Loading;

/// <summary>
/// Writes many rows of the organisation in chunks, each one commit. The stream says how far it came: a load that was
/// interrupted goes on behind its last chunk when it is run again with the same content, on any node. Whoever was there before
/// and gets a seat is told in the chunk that gives it, as by <see cref="StaffRules"/>: a server may run beside it.
/// </summary>
internal sealed class BulkLoad(IReadStore store, ICommitWriter writer, TimeProvider time)
{
    /// <summary>Rows of one chunk, about.</summary>
    private const int ChunkRows = 4_000;

    private static readonly TimeSpan AfterLostRace = TimeSpan.FromMilliseconds(500);

    private readonly KnownAccounts _accounts = new(store);

    /// <summary>
    /// Runs the load to its end; true when it wrote its last chunk, false when it was complete before or another node
    /// completed it meanwhile. Nodes that start at the same time help each other: who loses the race for a chunk goes on
    /// behind it.
    /// </summary>
    /// <param name="load">The kind of load.</param>
    /// <param name="fingerprint">Tells its content.</param>
    /// <param name="content">Makes the content anew; the same sequence each time for one fingerprint.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    /// <exception cref="BulkLoadException">Another load is not complete, or the store refuses.</exception>
    public async Task<bool> Run(string load, string fingerprint, Func<LoadContent> content, CancellationToken cancellation = default)
    {
        while (true)
        {
            var state = await Read(load, fingerprint, cancellation);
            if (state.IsFinished)
                return false;
            if (state.OpenLoad is not null && (state.OpenLoad != load || state.OpenFingerprint != fingerprint))
            {
                throw new BulkLoadException(
                    $"An interrupted {state.OpenLoad} ({state.OpenFingerprint}) must be completed first: run it again as it was, with the version that began it.");
            }

            if (await GoOn(state, new LoadStarted(load, fingerprint), content(), cancellation))
                return true;
            await Task.Delay(AfterLostRace, time, cancellation);
        }
    }

    /// <summary>Writes what is missing; false when somebody else wrote to the stream meanwhile.</summary>
    private async Task<bool> GoOn(LoadState state, LoadStarted started, LoadContent content, CancellationToken cancellation)
    {
        long? head = state.Head;
        if (state.OpenLoad is null)
            head = await Append(state.Head, [], new LoadPart([FactJson.Of(started)]), cancellation);
        var chunk = 0;
        foreach (var part in Chunks(content.Rows))
        {
            if (head is null)
                return false;
            if (++chunk > state.ChunksDone)
                head = await Append(head.Value, content.Known(part), new LoadPart([Loaded(chunk, part)]) { Rows = part }, cancellation);
        }

        return head is not null && await Append(head.Value, [], content.Last(), cancellation) is not null;
    }

    /// <summary>The fingerprint of a load of this kind that was interrupted; null when there is none.</summary>
    public async Task<string?> OpenFingerprint(string load, CancellationToken cancellation = default)
    {
        var state = await Read(load, fingerprint: "", cancellation);
        return state.OpenLoad == load ? state.OpenFingerprint : null;
    }

    private static IEnumerable<ImmutableArray<IRow>> Chunks(IEnumerable<ImmutableArray<IRow>> rows)
    {
        var chunk = ImmutableArray.CreateBuilder<IRow>(ChunkRows * 2);
        foreach (var group in rows)
        {
            chunk.AddRange(group);
            if (chunk.Count < ChunkRows)
                continue;
            yield return chunk.ToImmutable();
            chunk.Clear();
        }

        if (chunk.Count > 0)
            yield return chunk.ToImmutable();
    }

    private static Fact Loaded(int chunk, ImmutableArray<IRow> rows) => FactJson.Of(new RowsLoaded(
        chunk,
        rows.Count(row => row is UnitRow),
        rows.Count(row => row is OfficialRow),
        rows.Count(row => row is SeatRow)));

    /// <summary>The new head; null when the old one was not the head any more.</summary>
    private async Task<long?> Append(
        long head, IReadOnlyCollection<OfficialId> told, LoadPart part, CancellationToken cancellation)
    {
        while (true)
        {
            var accounts = await _accounts.Changed(told, cancellation);
            var commit = new Commit
            {
                By = Actor.System,
                Appends = [new StreamAppend(StreamId.Organisation, head, part.Facts), .. part.Begun, .. accounts.Select(account => account.Append)],
                Rows = [.. part.Rows, .. accounts.Select(account => account.Row)],
            };
            switch (await writer.Write(commit, cancellation))
            {
                case CommitResult.Committed committed:
                    return committed.Receipt.Last;
                case CommitResult.Unavailable busy:
                    await Task.Delay(busy.RetryAfter, time, cancellation);
                    break;
                case CommitResult.PositionLost lost when accounts.Any(account => account.Append.Stream == lost.Stream):
                    // One of them signed in or out meanwhile, or got a password: read again.
                    break;
                // Streams that begin with the load are there already when another node wrote this part.
                case CommitResult.PositionLost:
                    return null;
                case var refused:
                    throw new BulkLoadException($"The store refused a chunk: {refused}. Run it again.");
            }
        }
    }

    private async Task<LoadState> Read(string load, string fingerprint, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        var facts = await connection.QueryAsync<(long Position, string Kind, string Payload)>(
            "SELECT position, kind, payload FROM fact WHERE stream = @stream ORDER BY position",
            new { stream = StreamId.Organisation });
        var state = new LoadState(0, IsFinished: false, null, null, 0);
        foreach (var (position, kind, payload) in facts)
        {
            state = state with { Head = position };
            if (kind == LoadStarted.Kind)
            {
                var started = FactJson.Read<LoadStarted>(payload);
                state = state with { OpenLoad = started.Load, OpenFingerprint = started.Fingerprint, ChunksDone = 0 };
            }
            else if (kind == RowsLoaded.Kind)
            {
                state = state with { ChunksDone = FactJson.Read<RowsLoaded>(payload).Chunk };
            }
            else if (kind == OrganisationSeeded.Kind || kind == OrganisationImported.Kind)
            {
                var isThis = state.OpenLoad == load && state.OpenFingerprint == fingerprint;
                // The next load counts its chunks from the beginning.
                state = state with { IsFinished = state.IsFinished || isThis, OpenLoad = null, OpenFingerprint = null, ChunksDone = 0 };
            }
        }

        return state;
    }
}
