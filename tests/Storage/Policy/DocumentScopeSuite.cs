using System.Collections.Immutable;
using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Policy;
using PartyRealtime.Storage.Search;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Search;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Policy;

/// <summary>The policy is stated once in words that run and once in SQL; here both are asked about the same random offices.</summary>
public abstract class DocumentScopeSuite(TestDatabase database) : IAsyncLifetime
{
    private const int Units = 8;
    private const int SeatsPerUnit = 4;
    private const int Documents = 150;
    private const int Readers = 120;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_SQL_lets_through_is_what_the_policy_allows(int seed)
    {
        var random = new Random(seed);
        var node = await database.Node();
        var facts = Enumerable.Range(1, Documents).Select(_ => RandomDocument(random)).ToList();
        foreach (var chunk in facts.Chunk(25))
            await node.Apply(Insert([.. chunk]));

        var seen = 0;
        var (asked, expected) = (new List<(DocumentId, ReaderScope)>(), new List<bool>());
        for (var reader = 0; reader < Readers; reader++)
        {
            var scope = RandomReader(random);
            var allowed = facts.Where(fact => DocumentScope.MaySee(scope, fact.Facts)).Select(fact => fact.Facts.Document.Id.Value).Order().ToList();
            await using var connection = await node.Reads.Open();
            var visible = (await connection.QueryAsync<Guid>(
                $"SELECT d.id FROM document d WHERE {VisibleDocumentsSql.Predicate}", VisibleDocumentsSql.Parameters(scope))).Order().ToList();
            Assert.Equal(allowed, visible);
            asked.AddRange(facts.Select(fact => (fact.Id, scope)));
            expected.AddRange(facts.Select(fact => allowed.Contains(fact.Id.Value)));
            seen += visible.Count;
        }

        Assert.InRange(seen, Readers, Readers * Documents / 2);
        // Whoever watches open pages asks about all of them at once.
        await using var once = await node.Reads.Open();
        Assert.Equal(expected, await SightReads.MaySee(once, asked));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_search_finds_what_has_the_words_of_what_the_policy_allows(int seed)
    {
        var random = new Random(seed);
        var node = await database.Node();
        await node.Service<IOrganisationMap>().Refresh();
        var facts = Enumerable.Range(1, Documents).Select(_ => RandomDocument(random) with { Key = RandomKey(random) }).ToList();
        foreach (var chunk in facts.Chunk(25))
            await node.Apply(Insert([.. chunk]));

        // The other way is taken where more have the words than can be asked for one by one.
        SearchReads few = node.Search(Documents), newest = node.Search(0);
        var found = 0;
        for (var reader = 0; reader < Readers; reader++)
        {
            var actor = RandomActor(random);
            var question = RandomQuestion(random);
            var scope = ReaderScope.Of(actor, node.Service<IOrganisationMap>().Current);
            var expected = facts
                .Where(fact => SearchWords.AreIn(fact.Key, SearchWords.Of(question).AsSpan()) && DocumentScope.MaySee(scope, fact.Facts))
                .Select(fact => fact.Id).OrderBy(id => id.Value).ToList();
            foreach (var search in new[] { few, newest })
            {
                var page = await search.Documents(actor, question, Documents);
                Assert.Equal(expected, page.Items.Select(hit => hit.DocumentId).OrderBy(id => id.Value));
                Assert.Equal((expected.Count, false), (page.Total, page.More));
            }

            found += expected.Count;
        }

        Assert.InRange(found, Readers, Readers * Documents / 4);
    }

    [Fact]
    public async Task A_person_without_seats_sees_only_what_he_or_she_wrote()
    {
        var random = new Random(4);
        var node = await database.Node();
        var mine = RandomDocument(random) with { Secrecy = Secrecy.Normal, Author = new OfficialId(77) };
        await node.Apply(Insert([mine, .. Enumerable.Range(1, 20).Select(_ => RandomDocument(random))]));
        var scope = new ReaderScope(new OfficialId(77), Secrecy.Secret, [], []);
        await using var connection = await node.Reads.Open();
        var visible = await connection.QueryAsync<Guid>(
            $"SELECT d.id FROM document d WHERE {VisibleDocumentsSql.Predicate}", VisibleDocumentsSql.Parameters(scope));
        Assert.Equal([mine.Id.Value], visible);
    }

    /// <summary>Of so few words and syllables that questions find some.</summary>
    private static string RandomKey(Random random) =>
        string.Join(random.GetItems([" ", ", ", "/", "-"], 1)[0], random.GetItems(["an", "ban", "bang", "cv", "toan", "12", "123"], random.Next(1, 5)));

    private static string RandomQuestion(Random random) =>
        string.Join(' ', random.GetItems(["an", "Bản", "bằng", "CV", "toàn", "12"], random.Next(1, 3)).Append(random.GetItems(["a", "ba", "to", "1", "cv"], 1)[0]).Skip(random.Next(2)));

    private static Actor RandomActor(Random random) => new(
        new OfficialId(random.Next(1, 41)),
        "",
        [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => RandomSeat(random)).Distinct().Select(seat =>
            new HeldSeat(seat, SeatKind.Post, (SeatRole)random.Next(1, 4), new UnitId(random.Next(1, Units + 1)), ""))],
        null,
        (Secrecy)random.Next(0, 3));

    private static SeatId RandomSeat(Random random) => new(random.Next(1, (Units * SeatsPerUnit) + 1));

    private static ReaderScope RandomReader(Random random) => new(
        new OfficialId(random.Next(1, 41)),
        (Secrecy)random.Next(0, 3),
        [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => RandomSeat(random)).Distinct()],
        [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => new UnitId(random.Next(1, Units + 1))).Distinct()]);

    private static RandomOffice RandomDocument(Random random)
    {
        var id = new DocumentId(Guid.NewGuid());
        return RandomDocument(random, id) with
        {
            Participants = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => RandomSeat(random)).Distinct().Select(seat => new DraftParticipantRow
            {
                Document = id,
                Seat = seat,
                Right = random.Next(3) == 0 ? null : (DraftRight)random.Next(1, 4),
                Since = 1,
                By = new OfficialId(1),
                At = Rows.Noon,
            })],
        };
    }

    private static RandomOffice RandomDocument(Random random, DocumentId id) => new()
    {
        Id = id,
        Unit = new UnitId(random.Next(1, Units + 1)),
        Author = new OfficialId(random.Next(1, 41)),
        AuthorSeat = RandomSeat(random),
        Reviewer = random.Next(2) == 0 ? null : RandomSeat(random),
        State = (DocumentState)random.Next(1, 8),
        Secrecy = (Secrecy)random.Next(0, 3),
        Deliveries = [.. Enumerable.Range(1, Units).Where(_ => random.Next(4) == 0).Select(unit => (
            new UnitId(unit),
            (DeliveryState)random.Next(1, 8),
            Enumerable.Range(0, random.Next(0, 3)).Select(_ => (RandomSeat(random), (StepState)random.Next(1, 7))).DistinctBy(step => step.Item1).ToImmutableArray()))],
    };

    private static Commit Insert(IReadOnlyList<RandomOffice> offices) => new()
    {
        By = Actor.System,
        Appends = [new StreamAppend(Make.NewStream(), 0, Make.Facts())],
        Rows = [.. offices.SelectMany(office => office.Rows)],
    };
}
