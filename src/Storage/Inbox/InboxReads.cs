using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Inbox;

/// <summary>The inbox reads over SQL. One snapshot and one batch of statements a call.</summary>
public sealed class InboxReads(IReadStore store, TimeProvider time) : IInboxReads
{
    /// <summary>A catch-up of more changes than this in one seat is a resync: reading afresh is cheaper for both.</summary>
    public const int ChangesMax = 500;

    /// <summary>How long a removed item is remembered for devices that were away.</summary>
    public static readonly TimeSpan TombstoneRetention = Retention.TombstonesKept;

    public async Task<Outcome<InboxPage>> Page(Actor reader, InboxQuery query, CancellationToken cancellation = default)
    {
        if (!Enum.IsDefined(query.Box) || query.Box == Box.Closed)
            return new Refusal(RefusalCode.FieldInvalid, "box");
        if (!Enum.IsDefined(query.Filter))
            return new Refusal(RefusalCode.FieldInvalid, "filter");
        if (query.Take is < 1 or > InboxQuery.TakeMax)
            return new Refusal(RefusalCode.FieldInvalid, "take");
        var after = PageCursor.Start;
        if (query.After is { } text && !PageCursor.TryParse(text, out after))
            return new Refusal(RefusalCode.FieldInvalid, "after");

        var seats = SeatsOf(reader);
        var parameters = ParametersOf(reader, seats);
        parameters.Add("Box", (int)query.Box);
        parameters.Add("Take", query.Take + 1);
        for (var k = 0; k < seats.Length; k++)
        {
            var from = after.In(seats[k]);
            Add(parameters, "s", k, seats[k]);
            Add(parameters, "t", k, from.ArrivedAtMs);
            Add(parameters, "q", k, from.ArrivedSeq);
        }

        return await Snapshot(async (connection, snapshot) =>
        {
            if (seats.Length == 0)
                return new InboxPage(await EpochAlone(connection, snapshot), [], [], 0, [], null);
            var sql = string.Join(";\n", InboxSql.Epoch, InboxSql.Heads, InboxSql.Counters, InboxSql.Page(seats.Length, query.Filter));
            await using var answers = await connection.QueryMultipleAsync(sql, parameters, snapshot);
            var epoch = await answers.ReadSingleAsync<string>();
            var heads = Positions(await answers.ReadAsync<SeatRowAt>());
            var counters = ReadCounters(await answers.ReadAsync<BoxCounterRow>());
            var rows = (await answers.ReadAsync<InboxItemRow>()).AsList();
            var more = rows.Count > query.Take;
            var total = counters.FirstOrDefault(counter => counter.Box == query.Box)?.Under(query.Filter) ?? 0;
            return new InboxPage(
                epoch,
                heads,
                [.. rows.Take(query.Take).Select(row => row.ToItem())],
                total,
                counters,
                more ? rows[query.Take - 1].Cursor.ToString() : null);
        }, cancellation);
    }

    public Task<InboxCounters> Counters(Actor reader, CancellationToken cancellation = default)
    {
        var seats = SeatsOf(reader);
        return Snapshot(async (connection, snapshot) =>
        {
            if (seats.Length == 0)
                return new InboxCounters(await EpochAlone(connection, snapshot), [], []);
            var sql = string.Join(";\n", InboxSql.Epoch, InboxSql.Heads, InboxSql.Counters);
            await using var answers = await connection.QueryMultipleAsync(sql, ParametersOf(reader, seats), snapshot);
            return new InboxCounters(
                await answers.ReadSingleAsync<string>(),
                Positions(await answers.ReadAsync<SeatRowAt>()),
                ReadCounters(await answers.ReadAsync<BoxCounterRow>()));
        }, cancellation);
    }

    public Task<InboxCatchUp> CatchUp(Actor reader, IReadOnlyList<SeatCursor> cursors, CancellationToken cancellation = default)
    {
        var seats = SeatsOf(reader);
        var known = cursors.GroupBy(cursor => cursor.Seat.Value).ToDictionary(of => of.Key, of => of.MinBy(cursor => cursor.Position)!);
        var foreign = known.Keys.Any(seat => !seats.Contains(seat));
        var parameters = ParametersOf(reader, seats);
        parameters.Add("RetainedSinceMs", (time.GetUtcNow() - TombstoneRetention).ToUnixTimeMilliseconds());
        parameters.Add("Take", ChangesMax + 1);
        for (var k = 0; k < seats.Length; k++)
        {
            Add(parameters, "s", k, seats[k]);
            Add(parameters, "p", k, known.TryGetValue(seats[k], out var cursor) ? cursor.Position : long.MaxValue);
        }

        return Snapshot(async (connection, snapshot) =>
        {
            if (seats.Length == 0)
                return new InboxCatchUp(await EpochAlone(connection, snapshot), [], []);
            var sql = string.Join(
                ";\n",
                InboxSql.Epoch,
                InboxSql.Heads,
                InboxSql.Counters,
                InboxSql.Horizons,
                InboxSql.Hidden(seats.Length),
                InboxSql.Changed(seats.Length),
                InboxSql.Removed(seats.Length));
            await using var answers = await connection.QueryMultipleAsync(sql, parameters, snapshot);
            var missed = new Missed
            {
                Epoch = await answers.ReadSingleAsync<string>(),
                Heads = (await answers.ReadAsync<SeatRowAt>()).ToDictionary(row => row.Seat, row => row.Position),
                Counters = ReadCounters(await answers.ReadAsync<BoxCounterRow>()),
                Horizons = (await answers.ReadAsync<SeatRowAt>()).ToDictionary(row => row.Seat, row => row.Position),
                Hidden = (await answers.ReadAsync<int>()).ToHashSet(),
                Changed = (await answers.ReadAsync<InboxItemRow>()).ToLookup(row => row.Seat),
                Removed = (await answers.ReadAsync<TombstoneRow>()).ToLookup(row => row.Seat),
            };
            var answer = seats.Select(seat => missed.Of(seat, foreign ? null : known.GetValueOrDefault(seat)));
            return new InboxCatchUp(missed.Epoch, [.. answer], missed.Counters);
        }, cancellation);
    }

    public async Task<ImmutableArray<HeldItem>> Items(
        Actor reader, IReadOnlyCollection<ItemKey> keys, CancellationToken cancellation = default)
    {
        var seats = SeatsOf(reader);
        if (keys.Count == 0 || seats.Length == 0)
            return [];
        var parameters = ParametersOf(reader, seats);
        var k = 0;
        foreach (var key in keys)
        {
            Add(parameters, "s", k, key.Seat.Value);
            Add(parameters, "u", k, key.Subject);
            Add(parameters, "r", k++, (int)key.Reason);
        }

        await using var connection = await store.Open(cancellation);
        var rows = await connection.QueryAsync<InboxItemRow>(
            new CommandDefinition(InboxSql.Items(keys.Count), parameters, cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToHeld())];
    }

    public Task<SeatHeads> Heads(IReadOnlyCollection<SeatId> seats, CancellationToken cancellation = default) =>
        Snapshot(async (connection, snapshot) =>
        {
            if (seats.Count == 0)
                return new SeatHeads(await EpochAlone(connection, snapshot), []);
            var sql = string.Join(";\n", InboxSql.Epoch, InboxSql.Heads);
            var parameters = new { Seats = Lists.In(seats.Select(seat => seat.Value).ToArray()) };
            await using var answers = await connection.QueryMultipleAsync(sql, parameters, snapshot);
            return new SeatHeads(await answers.ReadSingleAsync<string>(), Positions(await answers.ReadAsync<SeatRowAt>()));
        }, cancellation);

    private async Task<T> Snapshot<T>(Func<DbConnection, DbTransaction, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        try
        {
            var answer = await read(connection, snapshot);
            await snapshot.CommitAsync(cancellation);
            return answer;
        }
        catch (InvalidOperationException hidden) when (connection.State != ConnectionState.Open)
        {
            throw new ConnectionLostException("The connection to the database broke while it was read.", hidden);
        }
    }

    private static Task<string> EpochAlone(DbConnection connection, DbTransaction snapshot) =>
        connection.QuerySingleAsync<string>(InboxSql.Epoch, transaction: snapshot);

    /// <summary>Each seat once, in order: a person may hold one seat by two rights.</summary>
    private static int[] SeatsOf(Actor reader) => [.. reader.Seats.Select(seat => seat.Seat.Value).Distinct().Order()];

    private static DynamicParameters ParametersOf(Actor reader, int[] seats)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Seats", Lists.In(seats));
        parameters.Add("Clearance", (int)reader.Clearance);
        parameters.Add("Reader", InboxPredicate.Reader(reader.Official.Value));
        return parameters;
    }

    private static void Add(DynamicParameters parameters, string name, int index, object value) =>
        parameters.Add(name + index.ToString(CultureInfo.InvariantCulture), value);

    private static ImmutableArray<SeatPosition> Positions(IEnumerable<SeatRowAt> rows) =>
        [.. rows.OrderBy(row => row.Seat).Select(row => new SeatPosition(new SeatId(row.Seat), row.Position))];

    private static ImmutableArray<BoxCounter> ReadCounters(IEnumerable<BoxCounterRow> rows) =>
        [.. rows.OrderBy(row => row.Box).Select(row => row.ToCounter())];
}
