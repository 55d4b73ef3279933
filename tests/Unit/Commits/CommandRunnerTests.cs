using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Grains.Commits;
using PartyRealtime.Storage.Commands;
using PartyRealtime.Storage.Commits;
using Xunit;

namespace PartyRealtime.UnitTests.Commits;

/// <summary>What a sender is told whose command cannot be looked at now.</summary>
public sealed class CommandRunnerTests
{
    private static readonly CommandContext Once = new(new CommandKey(new OfficialId(7), new CommandId(Guid.NewGuid())), [1], Actor.System);

    public static TheoryData<string, RefusalCode> Away => new()
    {
        { CommitResult.Unavailable.QueueFull, RefusalCode.Busy },
        { "database away", RefusalCode.Unavailable },
    };

    [Theory]
    [MemberData(nameof(Away))]
    public async Task The_only_sending_is_told_that_nothing_was_done_and_when_to_come_again(string why, RefusalCode code) =>
        AssertLater(code, await Run(Once, why));

    /// <summary>Its first sending may have been applied, and nobody could look.</summary>
    [Theory]
    [MemberData(nameof(Away))]
    public async Task A_repetition_is_not_told_that_nothing_was_done(string why, RefusalCode code)
    {
        Assert.NotEqual(RefusalCode.UnknownOutcome, code);
        AssertLater(RefusalCode.UnknownOutcome, await Run(Once with { SentBefore = true }, why));
    }

    [Theory]
    [InlineData(false, RefusalCode.Unavailable)]
    [InlineData(true, RefusalCode.UnknownOutcome)]
    public async Task A_store_that_cannot_be_read_says_nothing_of_the_sending_before(bool isSentBefore, RefusalCode code)
    {
        var runner = new CommandRunner(new FullWriter("not asked"), new NoReads());
        var outcome = await runner.Run(Once with { SentBefore = isSentBefore }, _ => throw new StoreAwayException());
        Assert.Equal(code, outcome.Refusal!.Code);
    }

    private static Task<Outcome<Receipt>> Run(CommandContext context, string why) =>
        new CommandRunner(new FullWriter(why), new NoReads()).Run(context, _ => Task.FromResult<Outcome<Commit>>(new Commit
        {
            Claim = CommandRunner.Claim(context),
            By = context.Actor,
            Appends = [new StreamAppend(new StreamId(Guid.NewGuid()), 0, [new Fact("test.done", "{}")])],
        }));

    private static void AssertLater(RefusalCode code, Outcome<Receipt> outcome) =>
        Assert.Equal((code, "1500"), (outcome.Refusal!.Code, outcome.Refusal.Params![CommitOutcome.RetryAfterMs]));

    /// <summary>Takes nothing, and cannot write an id as abandoned either.</summary>
    private sealed class FullWriter(string why) : ICommitWriter
    {
        public Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default) =>
            Task.FromResult<CommitResult>(new CommitResult.Unavailable(why, TimeSpan.FromSeconds(1.5)));

        public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) =>
            Task.FromResult<CommandStatus>(new CommandStatus.Unknown());
    }

    private sealed class NoReads : ICommandReads
    {
        public Task<StoredCommand?> Find(CommandKey key, CancellationToken cancellation = default) => Task.FromResult<StoredCommand?>(null);

        public Task<CommandStatus> Status(CommandKey key, CancellationToken cancellation = default) => throw new NotSupportedException();
    }

    private sealed class StoreAwayException : System.Data.Common.DbException
    {
        public override bool IsTransient => true;
    }
}
