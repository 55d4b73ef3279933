namespace PartyRealtime.Storage.Reading;

/// <summary>The columns of threads in drafts: for the document's grain and for those who read them.</summary>
internal static class ThreadSql
{
    /// <summary>A <see cref="Contracts.Drafting.DraftThreadRow"/> from table draft_thread.</summary>
    public const string Thread = """
        document_id AS Document, thread_id AS Thread, kind AS Kind, state AS State, start_place AS Start, end_place AS "End",
        quote AS Quote, replacement AS Replacement, round AS Round, by_id AS "By", at_ms AS At, entries AS Entries,
        position AS Position
        """;
}
