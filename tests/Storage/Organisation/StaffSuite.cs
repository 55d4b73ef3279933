using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Organisation.Facts;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Contracts.Sessions.Facts;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

/// <summary>Who holds what, and whose account may be used, as it is read, decided and written.</summary>
public abstract class StaffSuite(TestDatabase database) : IAsyncLifetime
{
    private const string Unit = "00004";

    private TestNode _node = null!;
    private LiveOrganisation _organisation = null!;
    private StaffReads _reads = null!;
    private Staffing _staffing = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await database.Node();
        await new OrganisationSeed(_node.Reads, _node.Writer, TimeProvider.System).Run(OrganisationSize.S1);
        _organisation = new LiveOrganisation(new OrganisationReads(_node.Reads), TimeProvider.System);
        await _organisation.Refresh();
        _reads = new StaffReads(_node.Reads, _organisation, TimeProvider.System);
        _staffing = new Staffing(_reads, _node.Writer);
    }

    public async ValueTask DisposeAsync()
    {
        _organisation.Dispose();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_desk_changes_hands_on_its_day_and_its_facts_say_so()
    {
        var (desk, former, next) = (Desk, await Person($"clerk.{Unit}"), await Person($"specialist.{Unit}"));
        var on = Today.AddDays(2);
        Assert.Null(await _staffing.Give(new GiveSeat(desk, next, on, null, former)));

        Assert.Equal([(former, (DateOnly?)on), (next, null)], (await Holders(desk)).Select(holder => (holder.Official, holder.Until)));
        var record = (await Sessions.Find(await Open(next), DateTimeOffset.UtcNow))!;
        Assert.Equal(
            [(Today, false), (on, true)],
            new[] { Today, on }.Select(day => (day, record.Seats.Any(span => span.Seat.Seat == desk && span.Covers(day)))));
        Assert.Contains(SeatGiven.Kind, await Facts(StreamId.Organisation));
        foreach (var person in new[] { former, next })
            Assert.Contains(RightsChanged.Kind, await Facts(StreamId.OfSessions(person)));
        Assert.Equal(RefusalCode.NothingToChange, (await _staffing.Give(new GiveSeat(desk, next, on, null, null)))!.Code);
        await _organisation.Refresh();
        Assert.Equal((await new OrganisationReads(_node.Reads).Head()).Position, _organisation.Current.Version);
    }

    [Fact]
    public async Task A_holding_ends_and_is_listed_no_longer()
    {
        var (desk, clerk) = (Desk, await Person($"clerk.{Unit}"));
        Assert.Null(await _staffing.End(new EndHolding(desk, clerk, null)));
        Assert.DoesNotContain(await Holders(desk), holder => holder.Official == clerk);
        Assert.Equal(RefusalCode.NothingToChange, (await _staffing.End(new EndHolding(desk, clerk, null)))!.Code);
        Assert.Contains(HoldingEnded.Kind, await Facts(StreamId.Organisation));
    }

    [Fact]
    public async Task A_disabled_account_has_no_session_and_opens_none_until_it_is_enabled()
    {
        var clerk = await Person($"clerk.{Unit}");
        var session = await Open(clerk);
        Assert.NotNull(await Sessions.Find(session, DateTimeOffset.UtcNow));
        Assert.Null(await _staffing.Switch(new SwitchAccount(clerk, false, "Nghỉ việc")));

        Assert.Null(await Sessions.Find(session, DateTimeOffset.UtcNow));
        Assert.Null(await Sessions.Account($"clerk.{Unit}"));
        Assert.True((await Sessions.State(clerk, DateTimeOffset.UtcNow)).IsDisabled);
        Assert.False(Assert.Single(await Holders(Desk), holder => holder.Official == clerk).Enabled);

        Assert.Null(await _staffing.Switch(new SwitchAccount(clerk, true, "Trở lại")));
        Assert.NotNull(await Sessions.Account($"clerk.{Unit}"));
        // What ended stays ended.
        Assert.Null(await Sessions.Find(session, DateTimeOffset.UtcNow));
    }

    /// <summary>Both write the account's row whole: the later one must not bring back what the other has changed.</summary>
    [Fact]
    public async Task A_new_password_and_a_change_of_seats_at_once_lose_neither()
    {
        var (desk, person) = (Desk, await Person($"specialist.{Unit}"));
        var passwords = new AccountPasswords(_reads, _node.Writer);
        for (var round = 0; round < 10; round++)
        {
            var hash = $"hash {round}";
            var changes = await Task.WhenAll(
                Task.Run(async () => await passwords.Set($"specialist.{Unit}", hash)),
                Task.Run(async () => await (round % 2 == 0
                    ? _staffing.Give(new GiveSeat(desk, person, null, null, null))
                    : _staffing.End(new EndHolding(desk, person, null))) is null));
            Assert.All(changes, Assert.True);
            var scene = await _reads.Scene(desk, [person]);
            Assert.Equal((hash, 2 * (round + 1)), (scene.Person(person)!.Row.PasswordHash, scene.Person(person)!.Row.Stamp));
        }
    }

    private SessionReads Sessions => new SessionReads(_node.Reads);

    private static DateOnly Today => OfficeDay.Today(TimeProvider.System);

    private SeatId Desk => _organisation.Unit(Unit)!.Desk!.Value;

    private async Task<OfficialId> Person(string signIn) => (await _reads.Find(signIn))!.Value;

    private async Task<IEnumerable<StaffHolder>> Holders(SeatId seat) =>
        (await _reads.Seats(_organisation.Branch(_organisation.Unit(Unit)!.Id))).Single(one => one.Seat == seat).Holders;

    private Task<IReadOnlyList<string>> Facts(StreamId stream) => _node.Rows<string>("SELECT kind FROM fact WHERE stream = @stream", new { stream });

    private async Task<byte[]> Open(OfficialId official)
    {
        var now = DateTimeOffset.UtcNow;
        var id = Guid.NewGuid().ToByteArray();
        await _node.Apply(Make.Append(new StreamId(Guid.NewGuid()), 0) with
        {
            Rows = [new SessionRow { Id = id, Official = official, CreatedAt = now, SeenAt = now, ExpiresAt = now.AddHours(1), UserAgent = "" }],
        });
        return id;
    }
}
