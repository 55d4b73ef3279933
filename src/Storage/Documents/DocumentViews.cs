using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Policy;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Documents;

/// <summary>One snapshot per page: the document, the person's deliveries, names and history belong together.</summary>
internal sealed class DocumentViews(IReadStore store, IOrganisation organisation, IOrganisationMap map, TimeProvider time) : IDocumentViews
{
    private const int HistoryLinesMax = 200;

    private const int SuccessorsMax = 100;

    public async Task<DocumentView?> Document(Actor actor, DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        if (await Reach(connection, actor, id) is not { Any: true } reach)
            return null;
        var row = reach.Row;
        var body = reach.Cancelled ? BodyText.None : await connection.QuerySingleAsync<BodyText>(
            "SELECT text AS Text, content AS Content FROM document_body WHERE document_id = @id AND version = @version", new { id = id.Value, version = row.BodyVersion });
        var files = reach.Cancelled ? [] : await Files(connection, row);
        var recall = reach.Issuing && row.RecallAskedAt is not null
            ? await connection.QuerySingleAsync<RecallAnswers>(RecallSql.Answers, new { id = id.Value })
            : null;
        var history = reach.IsInside ? await History(connection, id) : [];
        var issue = reach.Cancelled || row.IssuedAt is null ? null : await Issue(connection, id);
        var received = await ReceiverHistory.Of(connection, reach);
        var people = await People(connection, reach);
        var links = await LinkReads.Of(connection, ReaderScope.Of(actor, map.Current), id);
        return DocumentViewOf.Make(actor, reach, new DocumentContent(body, files, links, recall, issue, received), history, people, organisation);
    }

    public async Task<ImmutableArray<SuccessorView>?> Successors(Actor actor, DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        if (await Row(connection, id) is not { State: >= DocumentState.Issued } row || actor.SeatIn(row.Unit, SeatRole.Clerk) is null || row.Secrecy > actor.Clearance)
            return null;
        return [.. await connection.QueryAsync<SuccessorView>(
            """
            SELECT id AS Id, symbol AS Symbol, type AS Type, abstract AS Abstract, issued_at_ms AS IssuedAt
            FROM document WHERE unit_id = @unit AND state = @issued AND id <> @id AND secrecy <= @clearance
            ORDER BY issued_at_ms DESC LIMIT @max
            """,
            new
            {
                unit = row.Unit.Value,
                issued = (int)DocumentState.Issued,
                id = id.Value,
                clearance = (int)actor.Clearance,
                max = SuccessorsMax,
            })];
    }

    public async Task<ImmutableArray<VersionView>?> Versions(Actor actor, DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        return await Reach(connection, actor, id) is { Row.Together: true, IsInside: true }
            ? await VersionReads.List(connection, id)
            : null;
    }

    public async Task<VersionView?> Version(Actor actor, DocumentId id, VersionKey version, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        return await Reach(connection, actor, id) is { Row.Together: true, IsInside: true }
            ? await VersionReads.Find(connection, id, version)
            : null;
    }

    public async Task<ThreadsView?> Threads(Actor actor, DocumentId id, long after, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        if (await Reach(connection, actor, id) is not { Row.Together: true, IsInside: true } reach)
            return null;
        var right = DraftScope.RightOf(reach.Row, reach.Participants, actor, isInside: true) ?? DraftRight.Read;
        var seats = reach.Participants.Select(participant => participant.Seat).Append(reach.Row.AuthorSeat).ToHashSet();
        if (reach.Row.Reviewer is { } reviewer)
            seats.Add(reviewer);
        return new ThreadsView(
            reach.Row.Position,
            right,
            await ThreadReads.Changed(connection, id, after, right, actor.Official),
            await ThreadReads.People(connection, seats, OfficeDay.Today(time)));
    }

    public async Task<bool> MaySeeDrafting(Actor actor, DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        return await Reach(connection, actor, id) is { Row.Together: true, IsInside: true };
    }

    public async Task<bool> MaySee(Actor actor, DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>(
            $"SELECT 1 FROM document d WHERE d.id = @id AND {VisibleDocumentsSql.Predicate}",
            VisibleDocumentsSql.Parameters(ReaderScope.Of(actor, map.Current), new { id = id.Value })) is not null;
    }

    public async Task<FileView?> File(Actor actor, DocumentId id, string hash, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        if (await Reach(connection, actor, id) is not { Any: true, Cancelled: false } reach)
            return null;
        return (await Files(connection, reach.Row)).FirstOrDefault(file => file.Hash == hash);
    }

    public async Task<bool> MayWatchBoard(Actor actor, DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var row = await Row(connection, id);
        return row is not null && row.State >= DocumentState.Issued && IsIssuing(ReaderScope.Of(actor, map.Current), row);
    }

    public async Task<DocumentId?> DocumentOf(Actor actor, DeliveryId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var document = await connection.QuerySingleOrDefaultAsync<DocumentId?>(
            "SELECT document_id FROM delivery WHERE id = @id", new { id = id.Value });
        if (document is not { } found || await Reach(connection, actor, found) is not { } reach)
            return null;
        return reach.Deliveries.Any(delivery => delivery.Row.Id == id) ? found : null;
    }

    private static Task<DocumentRow?> Row(DbConnection connection, DocumentId id) =>
        connection.QuerySingleOrDefaultAsync<DocumentRow>(
            $"SELECT {Columns.Document} FROM document d WHERE d.id = @id", new { id = id.Value });

    private static async Task<DocumentIssued?> Issue(DbConnection connection, DocumentId id)
    {
        var fact = await connection.QuerySingleOrDefaultAsync<(string Kind, string Payload)?>(
            "SELECT kind, payload FROM fact WHERE stream = @id AND kind IN (@issued, @carried)",
            new { id = id.Value, issued = DocumentIssued.Kind, carried = DocumentCarriedOver.Kind });
        return fact is not { } found ? null
            : found.Kind == DocumentCarriedOver.Kind ? FactJson.Read<DocumentCarriedOver>(found.Payload).Issue
            : FactJson.Read<DocumentIssued>(found.Payload);
    }

    private static bool IsIssuing(ReaderScope reader, DocumentRow row) =>
        DocumentScope.IsCleared(reader, row) && DocumentScope.IsIssuing(reader, row);

    private async Task<DocumentReach?> Reach(DbConnection connection, Actor actor, DocumentId id)
    {
        var row = await Row(connection, id);
        var reader = ReaderScope.Of(actor, map.Current);
        if (row is null || !DocumentScope.IsCleared(reader, row))
            return null;
        var deliveries = row.State < DocumentState.Issued ? [] : await Deliveries(connection, reader, id);
        var participants = row.Together ? await ParticipantReads.Of(connection, id) : [];
        return new DocumentReach(
            row,
            DocumentScope.IsIssuing(reader, row),
            DocumentScope.IsInvited(reader, participants.Select(participant => participant.Seat)),
            participants,
            deliveries);
    }

    /// <summary>The deliveries to units whose clerk or leader the person is, and those with a step of an own seat.</summary>
    private static async Task<ImmutableArray<(DeliveryRow Row, ImmutableArray<StepRow> Steps)>> Deliveries(
        DbConnection connection, ReaderScope reader, DocumentId id)
    {
        var rows = (await connection.QueryAsync<DeliveryRow>(
            $"""
            SELECT {Columns.Delivery} FROM delivery v WHERE v.document_id = @id AND {VisibleDocumentsSql.DeliveryOfUnit}
            UNION
            SELECT {Columns.Delivery} FROM step s JOIN delivery v ON v.id = s.delivery_id
            WHERE s.document_id = @id AND {VisibleDocumentsSql.StepOfSeat}
            """,
            VisibleDocumentsSql.Parameters(reader, new { id = id.Value }))).AsList();
        if (rows.Count == 0)
            return [];
        var steps = (await connection.QueryAsync<StepRow>(
            $"SELECT {Columns.Step} FROM step s WHERE s.delivery_id IN @ids ORDER BY s.assigned_at_ms, s.role, s.seat_id",
            new { ids = Lists.In(rows.ConvertAll(row => row.Id.Value)) })).ToLookup(step => step.Delivery);
        return [.. rows.Select(row => (row, steps[row.Id].ToImmutableArray()))];
    }

    private static async Task<ImmutableArray<FileView>> Files(DbConnection connection, DocumentRow row) =>
        [.. (await connection.QueryAsync<DocumentFileRow>(
            $"SELECT {Columns.File} FROM document_file f WHERE f.document_id = @id AND f.version = @version ORDER BY f.ordinal",
            new { id = row.Id.Value, version = row.BodyVersion }))
            .Select(file => new FileView(file.Hash, file.Name, file.SizeBytes, file.MediaType))];

    /// <summary>Without what was said in the margin of a draft: that is read where it stands, and would crowd out the rest.</summary>
    private static async Task<ImmutableArray<HistoryLine>> History(DbConnection connection, DocumentId id)
    {
        var newestFirst = await connection.QueryAsync<HistoryLine>(
            """
            SELECT f.position AS Position, f.at_ms AS At, f.kind AS Kind, f.official_id AS Official, o.name AS Name, f.payload AS Payload
            FROM fact f LEFT JOIN official o ON o.id = f.official_id
            WHERE f.stream = @id AND f.kind NOT IN (@opened, @replied, @settled) ORDER BY f.position DESC LIMIT @max
            """,
            new { id = id.Value, max = HistoryLinesMax, opened = ThreadOpened.Kind, replied = ThreadReplied.Kind, settled = ThreadSettled.Kind });
        return [.. newestFirst.Reverse()];
    }

    /// <summary>Every name the page shows, in one look-up.</summary>
    private async Task<PeopleNames> People(DbConnection connection, DocumentReach reach)
    {
        var officials = new HashSet<int> { reach.Row.Author.Value };
        if (reach.Row.Signer is { } signer)
            officials.Add(signer.Value);
        var seats = reach.Participants.Select(participant => participant.Seat.Value).ToHashSet();
        foreach (var (row, steps) in reach.Deliveries)
        {
            Add(officials, row.RegisteredBy, row.OpenedBy, row.RecallAnsweredBy);
            if (row.EscalateAt is not null && (row.EscalatedTo ?? organisation.Unit(row.Unit)?.PrincipalLeader) is { } leader)
                seats.Add(leader.Value);
            foreach (var step in steps)
            {
                Add(officials, step.OpenedBy, step.DoneBy);
                seats.Add(step.Seat.Value);
            }
        }

        var names = await connection.QueryAsync<PersonRow>(
            "SELECT id AS Id, name AS Name FROM official WHERE id IN @ids", new { ids = Lists.In(officials) });
        var holders = await connection.QueryAsync<SeatHeld>(
            """
            SELECT h.seat_id AS Seat, o.name AS Name, h.valid_from AS ValidFrom, h.valid_to AS ValidTo
            FROM seat_holder h JOIN official o ON o.id = h.official_id
            WHERE h.seat_id IN @seats ORDER BY h.seat_id, h.valid_from, o.name
            """,
            new { seats = Lists.In(seats) });
        return new PeopleNames(names.ToDictionary(row => row.Id, row => row.Name), holders.ToLookup(held => held.Seat), OfficeDay.Today(time));
    }

    private static void Add(HashSet<int> officials, params ReadOnlySpan<OfficialId?> ids)
    {
        foreach (var id in ids)
        {
            if (id is { } official)
                officials.Add(official.Value);
        }
    }

    private sealed record PersonRow
    {
        public OfficialId Id { get; init; }

        public string Name { get; init; } = "";
    }
}
