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
}
