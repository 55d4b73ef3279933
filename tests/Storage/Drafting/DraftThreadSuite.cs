using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Drafting;

/// <summary>What is said about a draft: threads are replaced whole, entries are written once.</summary>
public abstract class DraftThreadSuite(TestDatabase database) : IAsyncLifetime
{
    private readonly DocumentId draft = DraftLog.NewDraft();
    private readonly ThreadId thread = new(Guid.NewGuid());
    private TestNode node = null!;

    public async ValueTask InitializeAsync() => node = await database.Node();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_thread_is_read_as_it_was_last_written()
    {
        var decomposed = "tiếng Việt".Normalize(System.Text.NormalizationForm.FormD);
        var opened = Thread(1) with { Quote = decomposed, Replacement = "" };
        await node.Apply(Make.Append(draft.Stream, 0) with { Rows = [opened, Entry(1, ThreadEntryKind.Opened)] });
        AssertSame(opened, await node.Service<IDraftReads>().Thread(draft, thread));

        var accepted = opened with { State = DraftThreadState.Accepted, Entries = 2, Position = 2 };
        await node.Apply(Make.Append(draft.Stream, 1) with { Rows = [accepted, Entry(2, ThreadEntryKind.Accepted)] });
        AssertSame(accepted, await node.Service<IDraftReads>().Thread(draft, thread));
        Assert.Equal([1L, 2L], await node.Rows<long>("SELECT position FROM draft_thread_entry ORDER BY position"));
        Assert.Equal((2, 1, 0), (await Said(0), await Said(1), await Said(2)));
    }

    [Fact]
    public async Task Threads_of_one_draft_are_counted_and_those_of_another_are_not_found()
    {
        Assert.Equal(0, await node.Service<IDraftReads>().Threads(draft));
        await node.Apply(Make.Append(draft.Stream, 0) with { Rows = [Thread(1), Thread(1) with { Thread = new ThreadId(Guid.NewGuid()) }] });
        Assert.Equal(2, await node.Service<IDraftReads>().Threads(draft));
        Assert.Null(await node.Service<IDraftReads>().Thread(DraftLog.NewDraft(), thread));
        Assert.Equal(0, await node.Service<IDraftReads>().Threads(DraftLog.NewDraft()));
    }

    private Task<int> Said(long after) => node.Service<IDraftReads>().Said(draft, after);

    private static void AssertSame(DraftThreadRow expected, DraftThreadRow? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((expected.Start, expected.End), (actual.Start, actual.End), (left, right) => left.Start.SequenceEqual(right.Start) && left.End.SequenceEqual(right.End));
        Assert.Equal(expected, actual with { Start = expected.Start, End = expected.End });
    }

    private DraftThreadRow Thread(long position) => new()
    {
        Document = draft,
        Thread = thread,
        Kind = ThreadKind.Suggestion,
        State = DraftThreadState.Open,
        Start = [0, 1, 255],
        End = [0, 1, 128],
        Quote = "an toàn",
        Replacement = "an ninh",
        Round = 1,
        By = Make.Me,
        At = Commits.Rows.Noon,
        Entries = 1,
        Position = position,
    };

    private DraftThreadEntryRow Entry(long position, ThreadEntryKind kind) => new()
    {
        Document = draft,
        Position = position,
        Id = new ThreadEntryId(Guid.NewGuid()),
        Thread = thread,
        Kind = kind,
        By = Make.Me,
        At = Commits.Rows.Noon,
        Text = "",
    };
}
