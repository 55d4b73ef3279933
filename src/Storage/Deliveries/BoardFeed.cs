namespace PartyRealtime.Storage.Deliveries;

/// <summary>The board's feed: the moments that stand in the delivery rows, newest first.</summary>
internal static class BoardFeed
{
    /// <summary>
    /// Parameters @id, @after (ms, exclusive), @max. Six passes over one document's rows cost a few milliseconds at
    /// 3,321 units; reading the facts of as many streams would cost ten times that.
    /// </summary>
    public const string Sql = """
        SELECT at_ms AS At, unit_id AS Unit, kind AS Kind, number AS Number, text AS Text FROM (
          SELECT registered_at_ms AS at_ms, unit_id, 'registered' AS kind, number, NULL AS text, ordinal
            FROM delivery WHERE document_id = @id AND registered_at_ms > @after
          UNION ALL
          SELECT assigned_at_ms, unit_id, 'assigned', NULL, NULL, ordinal
            FROM delivery WHERE document_id = @id AND assigned_at_ms > @after
          UNION ALL
          SELECT finished_at_ms, unit_id, 'finished', NULL, NULL, ordinal
            FROM delivery WHERE document_id = @id AND finished_at_ms > @after
          UNION ALL
          SELECT returned_at_ms, unit_id, 'returned', NULL, return_reason, ordinal
            FROM delivery WHERE document_id = @id AND returned_at_ms > @after
          UNION ALL
          SELECT recall_answered_at_ms, unit_id, CASE recall WHEN 2 THEN 'recallAgreed' ELSE 'recallRefused' END, NULL, recall_refusal, ordinal
            FROM delivery WHERE document_id = @id AND recall_answered_at_ms > @after
          UNION ALL
          SELECT opened_at_ms, unit_id, 'opened', NULL, NULL, ordinal
            FROM delivery WHERE document_id = @id AND opened_at_ms > @after AND (registered_at_ms IS NULL OR registered_at_ms <> opened_at_ms)
        ) AS line ORDER BY at_ms DESC, ordinal LIMIT @max
        """;
}
