using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

/// <summary>Whom notes can be sent to, and how long a node believes what it read of a person.</summary>
public abstract class AddresseeSuite(TestDatabase database) : IAsyncLifetime
{
    /// <summary>What is promised for rights that were taken elsewhere.</summary>
    private static readonly TimeSpan ElsewhereMax = TimeSpan.FromSeconds(5);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_person_who_was_disabled_takes_no_notes_within_five_seconds()
    {
        var node = await database.Node();
        await new OrganisationSeed(node.Reads, node.Writer, TimeProvider.System).Run(OrganisationSize.S1);
        var time = new SetClock();
        var people = new AddresseeCache(new NoteReads(node.Reads, time), time);
        var official = new OfficialId(await node.One<int>("SELECT id FROM official WHERE sign_in = 'clerk.01'"));
        var person = await people.Find(official);
        Assert.NotNull(person);
        Assert.Contains(person.Person.Seats, seat => seat.Seat == person.Seat && seat.Kind == SeatKind.Person);

        await database.Execute($"UPDATE official SET disabled_at_ms = 1 WHERE id = {official.Value}");
        Assert.Same(person, await people.Find(official));
        // A clock that is set back meanwhile makes nothing last longer.
        time.Set(TimeSpan.FromHours(-1));
        time.Advance(ElsewhereMax - TimeSpan.FromSeconds(1));
        Assert.Null(await people.Find(official));
        await database.Execute($"UPDATE official SET disabled_at_ms = NULL WHERE id = {official.Value}");
        Assert.NotNull(await people.Find(official));
    }

    [Fact]
    public async Task Who_is_written_to_often_is_read_again_with_others_before_it_is_too_old()
    {
        var node = await database.Node();
        await new OrganisationSeed(node.Reads, node.Writer, TimeProvider.System).Run(OrganisationSize.S1);
        var time = new SetClock();
        var people = new AddresseeCache(new NoteReads(node.Reads, time), time);
        var often = new OfficialId(await node.One<int>("SELECT id FROM official WHERE sign_in = 'clerk.01'"));
        var once = new OfficialId(await node.One<int>("SELECT id FROM official WHERE sign_in = 'leader.01'"));
        var other = new OfficialId(await node.One<int>("SELECT id FROM official WHERE sign_in = 'clerk.tw'"));
        var (first, alone) = (await people.Find(often), await people.Find(once));
        Assert.Same(first, await people.Find(often));

        await database.Execute($"UPDATE official SET name = 'Tên mới' WHERE id IN ({often.Value}, {once.Value})");
        time.Advance(AddresseeCache.RenewedFrom);
        Assert.Equal(other, (await people.Find(other))!.Person.Official);
        await database.Execute("UPDATE official SET name = 'Tên mới hơn'");
        time.Advance(AddresseeCache.RenewedFrom);

        Assert.Equal("Tên mới", (await people.Find(often))!.Person.Name);
        Assert.NotEqual("Tên mới", alone!.Person.Name);
        Assert.Equal("Tên mới hơn", (await people.Find(once))!.Person.Name);
        time.Advance(AddresseeCache.KeptFor);
        Assert.Equal("Tên mới hơn", (await people.Find(often))!.Person.Name);
    }
}
