using System.Data.Common;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Commands;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.Grains.Commits;

/// <summary>
/// Runs one command: decide, write, and on a lost race reload and decide once more. Every grain's commands pass here.
/// </summary>
public sealed class CommandRunner(ICommitWriter writer, ICommandReads commands)
{
    /// <summary>
    /// The receipt, the same for every repetition under the same id, or a refusal after which nothing has changed
    /// (except <see cref="RefusalCode.UnknownOutcome"/>). Before any refusal is sent the id is looked up: the command
    /// may have been applied by its first sending, which is just what makes its repetition look forbidden now. A store
    /// that cannot be read while deciding is <see cref="RefusalCode.Unavailable"/>: nothing was sent to the writer.
    /// A command that was sent before is refused for good: its id is written as abandoned first, so that no copy of it which
    /// is still on its way can be applied once things stand otherwise. Where that cannot be done now, since the store is away
    /// or has all it can take, its outcome is <see cref="RefusalCode.UnknownOutcome"/>, with when to ask again.
    /// </summary>
    /// <param name="context">Who sends it, under which id, with which body.</param>
    /// <param name="decide">
    /// The decision on the state as loaded; <c>reload</c> is true the second time and asks to read the state anew.
    /// The commit must carry the claim of <paramref name="context"/> (see <see cref="Claim"/>).
    /// </param>
    public async Task<Outcome<Receipt>> Run(CommandContext context, Func<bool, Task<Outcome<Commit>>> decide)
    {
        var outcome = await Attempt(decide, reload: false);
        if (outcome.Refusal?.Code == RefusalCode.ChangedMeanwhile)
            outcome = await Attempt(decide, reload: true);
        if (outcome.IsOk)
            return outcome;
        if (context.SentBefore && outcome.Refusal.Code is RefusalCode.Busy or RefusalCode.Unavailable)
            return outcome.Refusal with { Code = RefusalCode.UnknownOutcome };
        if (!MayHaveBeenApplied(outcome.Refusal.Code))
            return outcome;
        return await LookUp(context) ?? (context.SentBefore ? await ForGood(context, outcome.Refusal) : outcome);
    }

    /// <summary>The claim that makes the commit of this command one of a kind.</summary>
    public static CommandClaim Claim(CommandContext context) => new(context.Key, context.BodyHash);

    private async Task<Outcome<Receipt>> Attempt(Func<bool, Task<Outcome<Commit>>> decide, bool reload)
    {
        var decision = await Decision(decide, reload);
        return decision.IsOk ? CommitOutcome.ToOutcome(await writer.Write(decision.Value)) : decision.Refusal;
    }

    private static async Task<Outcome<Commit>> Decision(Func<bool, Task<Outcome<Commit>>> decide, bool reload)
    {
        try
        {
            return await decide(reload);
        }
        catch (DbException away) when (away.IsTransient)
        {
            return RefusalCode.Unavailable;
        }
    }

    /// <summary>The refusal, once no copy of the command can be applied any more; or the answer of one that just was.</summary>
    private async Task<Outcome<Receipt>> ForGood(CommandContext context, Refusal refusal) => await writer.Abandon(context.Key) switch
    {
        CommandStatus.Abandoned => refusal,
        CommandStatus.Applied => await LookUp(context) ?? RefusalCode.UnknownOutcome,
        _ => RefusalCode.UnknownOutcome,
    };

    /// <summary>False where the writer has looked already, or cannot be asked.</summary>
    private static bool MayHaveBeenApplied(RefusalCode code) => code
        is not RefusalCode.CommandIdReused
        and not RefusalCode.CommandAbandoned
        and not RefusalCode.Unavailable
        and not RefusalCode.Busy
        and not RefusalCode.UnknownOutcome;

    private async Task<Outcome<Receipt>?> LookUp(CommandContext context)
    {
        StoredCommand? stored;
        try
        {
            stored = await commands.Find(context.Key);
        }
        catch (DbException away) when (away.IsTransient)
        {
            // An earlier sending may have been applied; the same id finds out once the store is back.
            return RefusalCode.UnknownOutcome;
        }

        if (stored is null)
            return null;
        if (stored.Receipt is null)
            return context.SentBefore ? null : RefusalCode.CommandAbandoned;
        return stored.BodyHash.AsSpan().SequenceEqual(context.BodyHash.AsSpan())
            ? stored.Receipt
            : RefusalCode.CommandIdReused;
    }
}
