using System.Data.Common;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.Storage.Reading;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

/// <summary>Whom notes can be sent to, how long a node believes what it read of a person, and what that costs.</summary>
public abstract class AddresseeSuite(TestDatabase database) : IAsyncLifetime
{
    private readonly SetClock _time = new();
    private TestNode _node = null!;
    private LiveOrganisation _organisation = null!;
    private Staffing _staffing = null!;
    private HeldReads _store = null!;
    private AddresseeCache _people = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await database.Node();
        await new OrganisationSeed(_node.Reads, _node.Writer, TimeProvider.System).Run(OrganisationSize.S1);
        _organisation = new LiveOrganisation(new OrganisationReads(_node.Reads), _time);
        await _organisation.Refresh();
        _staffing = new Staffing(new StaffReads(_node.Reads, _organisation, TimeProvider.System), _node.Writer);
        _store = new HeldReads(_node.Reads);
        _people = new AddresseeCache(new NoteReads(_store, _time), _organisation, _time);
    }

    public async ValueTask DisposeAsync()
    {
        _organisation.Dispose();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_person_who_was_disabled_takes_no_notes_as_soon_as_a_look_finds_it()
    {
        var official = await Person("clerk.01");
        var person = await _people.Find(official);
        Assert.NotNull(person);
        Assert.Contains(person.Person.Seats, seat => seat.Seat == person.Seat && seat.Kind == SeatKind.Person);

        Assert.Null(await _staffing.Switch(new SwitchAccount(official, false, "Nghỉ việc")));
        Assert.Same(person, await _people.Find(official));
        await _organisation.Refresh();
        Assert.Null(await _people.Find(official));
        Assert.Null(await _staffing.Switch(new SwitchAccount(official, true, "Trở lại")));
        Assert.NotNull(await _people.Find(official));
    }

    [Fact]
    public async Task Where_no_look_comes_through_everybody_is_read_again_within_the_promised_time()
    {
        var official = await Person("clerk.01");
        Assert.NotNull(await _people.Find(official));
        Assert.Null(await _staffing.Switch(new SwitchAccount(official, false, "Nghỉ việc")));

        // A clock that is set back meanwhile makes nothing last longer.
        _time.Set(TimeSpan.FromMilliseconds(-1));
        _time.Advance(AddresseeCache.LookedFor);
        Assert.Null(await _people.Find(official));
    }

    [Fact]
    public async Task Who_is_known_is_not_read_again_while_looks_find_the_organisation_as_it_was()
    {
        var official = await Person("clerk.01");
        var person = await _people.Find(official);
        for (var looks = 0; looks < 5; looks++)
        {
            _time.Advance(AddresseeCache.LookedFor - TimeSpan.FromSeconds(1));
            await _organisation.Refresh();
            Assert.Same(person, await _people.Find(official));
        }

        Assert.Equal(1, _store.Opened);
    }

    [Fact]
    public async Task A_new_day_is_read_anew()
    {
        var official = await Person("clerk.01");
        Assert.NotNull(await _people.Find(official));
        await database.Execute($"UPDATE seat_holder SET valid_to = '{OfficeDay.Today(_time).AddDays(1):O}'");

        Assert.NotNull(await _people.Find(official));
        _time.Set(TimeSpan.FromDays(1));
        Assert.Null(await _people.Find(official));
    }

    [Fact]
    public async Task However_many_are_asked_for_at_once_they_are_read_together()
    {
        var all = await _node.Rows<int>("SELECT id FROM official ORDER BY id LIMIT 300");
        Assert.Equal(300, all.Count);
        _store.Hold();
        var asked = all.Select(id => _people.Find(new OfficialId(id))).ToList();
        _store.Release();

        var found = await Task.WhenAll(asked);
        Assert.Equal(all, found.Where(person => person is not null).Select(person => person!.Person.Official.Value));
        Assert.InRange(_store.Opened, 2, 3);
    }

    [Fact]
    public async Task A_read_that_fails_is_its_askers_own_and_the_next_are_read_all_the_same()
    {
        var all = await _node.Rows<int>("SELECT id FROM official ORDER BY id LIMIT 300");
        _store.Hold();
        _store.Failing = 1;
        var asked = all.Select(id => _people.Find(new OfficialId(id))).ToList();
        _store.Release();

        await Assert.ThrowsAsync<ConnectionLostException>(() => asked[0]);
        Assert.Equal(all[^1], (await asked[^1])!.Person.Official.Value);
        Assert.NotNull(await _people.Find(new OfficialId(all[0])));
    }

    [Fact]
    public async Task A_head_that_comes_back_makes_nobody_known_again()
    {
        var official = await Person("clerk.01");
        var head = (await new OrganisationReads(_node.Reads).Head()).Position;
        Assert.NotNull(await _people.Find(official));

        // A standby took over that had not heard the last of them, and went its own way from there.
        await MoveHead(head - 1);
        await database.Execute($"UPDATE official SET disabled_at_ms = 1 WHERE id = {official.Value}");
        await MoveHead(head);
        Assert.Null(await _people.Find(official));
    }

    private async Task MoveHead(long to)
    {
        await database.Execute($"UPDATE stream_head SET position = {to} WHERE stream = (SELECT stream FROM fact WHERE kind = 'organisation.seeded')");
        await _organisation.Refresh();
    }

    private async Task<OfficialId> Person(string signIn) =>
        new(await _node.One<int>($"SELECT id FROM official WHERE sign_in = '{signIn}'"));

    /// <summary>Counts the connections that are opened, and holds them back or fails them.</summary>
    private sealed class HeldReads(IReadStore store) : IReadStore
    {
        private TaskCompletionSource _free = Freed();
        private int _opened;

        public int Opened => _opened;

        /// <summary>How many more are failed.</summary>
        public int Failing { get; set; }

        public StoreKind Kind => store.Kind;

        public void Hold() => _free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _free.SetResult();

        public async Task<DbConnection> Open(CancellationToken cancellation = default)
        {
            Interlocked.Increment(ref _opened);
            await _free.Task;
            return Failing-- > 0 ? throw new ConnectionLostException("away", new IOException()) : await store.Open(cancellation);
        }

        public Task<DbConnection> OpenApart(CancellationToken cancellation = default) => store.OpenApart(cancellation);

        public Task<DbTransaction> BeginSnapshot(DbConnection connection, CancellationToken cancellation = default) =>
            store.BeginSnapshot(connection, cancellation);

        private static TaskCompletionSource Freed()
        {
            var free = new TaskCompletionSource();
            free.SetResult();
            return free;
        }
    }
}
