using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>A whole batch, in order: every lock, the decision, then the effects of the commands that passed.</summary>
internal static class BatchStatements
{
    public static IEnumerable<WriterStatement> Of(IReadOnlyList<QueuedCommit> batch, BatchAnswers answers) =>
    [
        .. LockStatements.Of(batch),
        DecideStatement.Of(batch, answers),
        .. FactStatements.HeadsOf(batch),
        .. RegisterStatements.Of(batch, answers),
        .. LockStatements.Undo(batch),
        .. FactStatements.ClaimsOf(batch),
        .. FactStatements.FactsOf(batch),
        .. RowStatements.Of(batch),
        .. InboxStatements.Of(batch, answers),
    ];
}
