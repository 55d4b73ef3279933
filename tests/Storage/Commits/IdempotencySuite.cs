using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Commits.Intake;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>One effect and one answer for a command id, however often and wherever it is sent.</summary>
public abstract class IdempotencySuite(TestDatabase database) : IAsyncLifetime
{
    private TestNode node = null!;

    public async ValueTask InitializeAsync()
    {
        node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value));
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_repetition_gets_the_same_answer_and_writes_nothing()
    {
        var document = new DocumentId(Guid.NewGuid());
        var commit = Registers.Number(document, 0);
        var answer = await node.Apply(commit);
        var before = await TableDump.Of(node);

        Assert.NotNull(answer.Receipt.Number);
        Assert.Equal(new CommitResult.Replayed(answer.Receipt), await node.Write(commit));
        // Decided anew on what the first sending left, as a grain does.
        Assert.Equal(new CommitResult.Replayed(answer.Receipt), await node.Write(Registers.Number(document, 1, commit.Claim)));
        Assert.Equal(new CommandStatus.Applied(answer.Receipt), await node.Commands.Status(commit.Claim!.Key));
        Assert.Equal(before, await TableDump.Of(node));
    }

    [Fact]
    public async Task A_number_for_another_stream_than_the_main_one_is_in_the_repeated_answer_too()
    {
        var document = new DocumentId(Guid.NewGuid());
        var commit = Registers.Number(document, 0);
        commit = commit with { Appends = [new StreamAppend(Make.NewStream(), 0, Make.Facts(2)), .. commit.Appends] };
        var answer = await node.Apply(commit);

        Assert.Equal((1L, "01-CT/TW"), (answer.Receipt.Number!.Value, answer.Receipt.Symbol));
        Assert.Equal(new CommitResult.Replayed(answer.Receipt), await node.Write(commit));
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_refused()
    {
        var key = Make.Key();
        await node.Apply(Make.Note(key, Make.Desk, "một"));
        var before = await TableDump.Of(node);

        Assert.IsType<CommitResult.BodyDiffers>(await node.Write(Make.Note(key, Make.Desk, "hai")));
        Assert.Equal(before, await TableDump.Of(node));
    }

    [Fact]
    public async Task Ids_are_forgotten_thirty_days_after_their_use()
    {
        var retention = node.Service<Retention>();
        var commits = Enumerable.Range(0, 1_200).Select(_ => Make.Append(Make.NewStream(), 0)).ToList();
        await Task.WhenAll(commits.Select(node.Apply));
        await database.Execute($"UPDATE claim SET at_ms = at_ms - {(long)TimeSpan.FromDays(29.9).TotalMilliseconds}");
        Assert.Equal(0, await retention.Sweep(SweepKind.Claims));
        await database.Execute($"UPDATE claim SET at_ms = at_ms - {(long)TimeSpan.FromDays(0.2).TotalMilliseconds}");
        var late = Make.Append(Make.NewStream(), 0);
        await node.Apply(late);

        Assert.Equal(1_200, await retention.Sweep(SweepKind.Claims));
        Assert.IsType<CommandStatus.Unknown>(await node.Commands.Status(commits[0].Claim!.Key));
        Assert.IsType<CommandStatus.Applied>(await node.Commands.Status(late.Claim!.Key));
    }

    [Fact]
    public async Task Two_officials_may_use_one_id()
    {
        var key = Make.Key();
        await node.Apply(Make.Note(key, Make.Desk));
        await node.Apply(Make.Note(key with { Official = new(8) }, Make.Desk));
    }

    [Fact]
    public async Task Twins_on_several_nodes_have_one_effect_and_one_answer()
    {
        TestNode[] nodes = [node, await database.Node(), await database.Node()];
        for (var round = 0; round < 10; round++)
        {
            var commit = Make.Note(Make.Key(), Make.Desk);
            CommitResult[] answers = await Task.WhenAll(
                Enumerable.Range(0, 9).Select(sending => Task.Run(() => nodes[sending % 3].Write(commit))));

            var applied = Assert.Single(answers.OfType<CommitResult.Committed>());
            Assert.All(answers.OfType<CommitResult.Replayed>(), replayed => Assert.Equal(applied.Receipt, replayed.Receipt));
            Assert.Equal(8, answers.OfType<CommitResult.Replayed>().Count());
        }

        Assert.Equal(10, await node.One<long>("SELECT position FROM inbox_head WHERE seat_id = 501"));
    }

    [Fact]
    public async Task Twins_with_different_bodies_on_several_nodes_have_one_effect()
    {
        TestNode[] nodes = [node, await database.Node()];
        for (var round = 0; round < 10; round++)
        {
            var key = Make.Key();
            Commit[] twins =
            [
                Make.Append(Make.NewStream(), 0, claim: Make.Claim(key, "một")),
                Make.Append(Make.NewStream(), 0, claim: Make.Claim(key, "hai")),
            ];
            CommitResult[] answers = await Task.WhenAll(twins.Select((twin, at) => Task.Run(() => nodes[at].Write(twin))));

            Assert.Single(answers.OfType<CommitResult.Committed>());
            Assert.Single(answers.OfType<CommitResult.BodyDiffers>());
        }
    }

    [Fact]
    public async Task An_abandoned_id_refuses_the_late_arrival()
    {
        var commit = Make.Note(Make.Key(), Make.Desk);

        Assert.IsType<CommandStatus.Unknown>(await node.Commands.Status(commit.Claim!.Key));
        Assert.IsType<CommandStatus.Abandoned>(await node.Writer.Abandon(commit.Claim.Key));
        Assert.IsType<CommandStatus.Abandoned>(await node.Writer.Abandon(commit.Claim.Key));
        Assert.IsType<CommandStatus.Abandoned>(await node.Commands.Status(commit.Claim.Key));
        Assert.IsType<CommitResult.Abandoned>(await node.Write(commit));
        Assert.Equal(0, await node.One<long>("SELECT count(*) FROM inbox_item"));
    }

    [Fact]
    public async Task An_applied_command_cannot_be_abandoned()
    {
        var commit = Registers.Number(new DocumentId(Guid.NewGuid()), 0);
        var answer = await node.Apply(commit);

        Assert.Equal(new CommandStatus.Applied(answer.Receipt), await node.Writer.Abandon(commit.Claim!.Key));
    }

    [Fact]
    public async Task A_command_in_flight_is_running_and_its_abandonment_waits_for_it()
    {
        var commit = Make.Note(Make.Key(), Make.Desk);
        Task<CommitResult> sending;
        Task<CommandStatus> abandoning;
        await using (await database.HoldWrites())
        {
            sending = node.Write(commit);
            Assert.IsType<CommandStatus.Running>(await node.Commands.Status(commit.Claim!.Key));
            abandoning = node.Writer.Abandon(commit.Claim.Key);
            Assert.False(abandoning.IsCompleted);
        }

        var applied = Assert.IsType<CommitResult.Committed>(await sending);
        Assert.Equal(new CommandStatus.Applied(applied.Receipt), await abandoning);
    }

    [Fact]
    public async Task Abandoning_on_another_node_and_the_command_agree()
    {
        var other = await database.Node();
        for (var round = 0; round < 20; round++)
        {
            var commit = Make.Note(Make.Key(), Make.Desk);
            var sending = Task.Run(() => node.Write(commit));
            var abandoning = Task.Run(() => Abandon(other, commit.Claim!.Key));
            var status = await abandoning;
            if (await sending is CommitResult.Committed applied)
                Assert.Equal(new CommandStatus.Applied(applied.Receipt), status);
            else
                Assert.IsType<CommandStatus.Abandoned>(status);
        }
    }

    /// <summary>Asks again while the store cannot say, as it may where the two meet.</summary>
    private static async Task<CommandStatus> Abandon(TestNode at, CommandKey key)
    {
        var status = await at.Writer.Abandon(key);
        for (var again = 0; again < 10 && status is CommandStatus.Unknown; again++)
            status = await at.Writer.Abandon(key);
        return status;
    }
}
