using System.Globalization;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Storage.Documents;

/// <summary>
/// Counting a recall's answers. The states stand in the text: partial indexes are used only for what the statement says.
/// </summary>
internal static class RecallSql
{
    /// <summary>On table document AS d: every recipient has been asked and has answered.</summary>
    public static readonly string Answered = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        d.state = {(int)DocumentState.Recalling}
        AND NOT EXISTS (SELECT 1 FROM delivery v WHERE v.document_id = d.id AND v.recall = {(int)RecallAnswer.Asked})
        AND NOT EXISTS (SELECT 1 FROM job j WHERE j.finished_at_ms IS NULL AND j.subject = d.id)
        """);

    /// <summary>One <see cref="RecallAnswers"/> for the document @id.</summary>
    public static readonly string Answers = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT COALESCE(SUM(CASE WHEN recall = {(int)RecallAnswer.Agreed} THEN 1 ELSE 0 END), 0) AS Agreed,
               COALESCE(SUM(CASE WHEN recall = {(int)RecallAnswer.Refused} THEN 1 ELSE 0 END), 0) AS Refused,
               COALESCE(SUM(CASE WHEN recall IN ({(int)RecallAnswer.None}, {(int)RecallAnswer.Asked})
                 AND state <> {(int)DeliveryState.Returned} THEN 1 ELSE 0 END), 0) AS Waiting
        FROM delivery WHERE document_id = @id
        """);
}
