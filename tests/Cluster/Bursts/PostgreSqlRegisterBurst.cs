using Npgsql;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Bursts;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlRegisterBurst(PostgreSqlServer server) : RegisterBurstSuite(() => new PostgreSqlDatabase(server))
{
    [Fact]
    public async Task A_unit_whose_row_somebody_holds_keeps_no_other_unit_waiting()
    {
        var database = new PostgreSqlDatabase(server);
        await using var office = await Registries.Open(database, OrganisationSize.S1);
        var (first, others) = (office.Deliveries[0], office.Deliveries[1..]);
        await using var holder = new NpgsqlConnection(database.Text);
        await holder.OpenAsync();
        await using var hold = new NpgsqlCommand($"BEGIN; SELECT 1 FROM stream_head WHERE stream = '{first.Id.Stream.Value}' FOR UPDATE", holder);
        await hold.ExecuteNonQueryAsync();

        var held = office.Register(first, Guid.NewGuid());
        await Task.WhenAll(others.Select(delivery => office.Register(delivery, Guid.NewGuid())));

        Assert.False(held.IsCompleted);
        Assert.Equal(others.Length, (await office.Board()).Totals.Registered);
        await holder.CloseAsync();
        Assert.Equal(1, (await held).Number);
        Assert.Equal(office.Deliveries.Length, (await office.Board()).Totals.Registered);
    }
}
