namespace PartyRealtime.Storage.Deliveries;

/// <summary>The board's feed: the moments that stand in the delivery rows, newest first.</summary>
internal static class BoardFeed
{
    /// <summary>
    /// Parameters @id, @after (ms, exclusive), @max. One pass over the document's rows finds those that moved: an open board asks
    /// several times a second while units act, and mostly for a few of 3,321. Reading the facts of as many streams would cost
    /// more than ten times that.
    /// </summary>
    public const string Sql = """
        WITH moved AS (
          SELECT unit_id, ordinal, number, return_reason, recall, recall_refusal,
              registered_at_ms, assigned_at_ms, finished_at_ms, returned_at_ms, recall_answered_at_ms, opened_at_ms
            FROM delivery WHERE document_id = @id AND (registered_at_ms > @after OR assigned_at_ms > @after OR finished_at_ms > @after
              OR returned_at_ms > @after OR recall_answered_at_ms > @after OR opened_at_ms > @after)
        )
        SELECT at_ms AS At, unit_id AS Unit, kind AS Kind, number AS Number, text AS Text FROM (
          SELECT registered_at_ms AS at_ms, unit_id, 'registered' AS kind, number, NULL AS text, ordinal
            FROM moved WHERE registered_at_ms > @after
          UNION ALL
          SELECT assigned_at_ms, unit_id, 'assigned', NULL, NULL, ordinal FROM moved WHERE assigned_at_ms > @after
          UNION ALL
          SELECT finished_at_ms, unit_id, 'finished', NULL, NULL, ordinal FROM moved WHERE finished_at_ms > @after
          UNION ALL
          SELECT returned_at_ms, unit_id, 'returned', NULL, return_reason, ordinal FROM moved WHERE returned_at_ms > @after
          UNION ALL
          SELECT recall_answered_at_ms, unit_id, CASE recall WHEN 2 THEN 'recallAgreed' ELSE 'recallRefused' END, NULL, recall_refusal, ordinal
            FROM moved WHERE recall_answered_at_ms > @after
          UNION ALL
          SELECT opened_at_ms, unit_id, 'opened', NULL, NULL, ordinal
            FROM moved WHERE opened_at_ms > @after AND (registered_at_ms IS NULL OR registered_at_ms <> opened_at_ms)
        ) AS line ORDER BY at_ms DESC, ordinal LIMIT @max
        """;
}
