using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Contracts.Text;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Policy;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Search;

/// <summary>
/// On PostgreSQL by an index of words: what has them is cut by the person's scope where it is little, and where the words are
/// everywhere the person's own lists are walked from their newest ends until enough are found (decision 0050). On SQLite by one
/// walk through what the person reaches.
/// </summary>
/// <param name="candidatesMax">How many documents with the words are each asked for the person's right; some ten microseconds each.</param>
internal sealed class SearchReads(IReadStore store, IOrganisation organisation, IOrganisationMap map, int candidatesMax) : ISearchReads
{
    private const int CandidatesMax = 20_000;

    // Custom: what is best depends on how many have these words.
    private const string PlanEach = "SET LOCAL plan_cache_mode = force_custom_plan;";

    // The walks stop early, which the planner cannot know of a list whose owner it does not know.
    public const string Walk = """
        SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;
        SET LOCAL enable_sort = off; SET LOCAL enable_material = off; SET LOCAL enable_memoize = off;

        """;

    public SearchReads(IReadStore store, IOrganisation organisation, IOrganisationMap map)
        : this(store, organisation, map, CandidatesMax)
    {
    }

    public async Task<SearchPage> Documents(Actor actor, string question, int max, CancellationToken cancellation = default)
    {
        var words = SearchWords.Of(question);
        // Marks alone, without a letter: nothing can be found by them.
        if (words.IsEmpty)
            return new SearchPage(0, More: false, Left: false, []);
        var symbol = SearchText.AsSymbol(question);
        var parameters = VisibleDocumentsSql.Parameters(ReaderScope.Of(actor, map.Current), new
        {
            words = Query(words),
            marked = $"%{Escaped(TextFold.MarkedKey(question))}%",
            number = symbol?.Number ?? -1,
            suffix = $"{Escaped(symbol?.Suffix ?? "")}%",
            max,
            newest = SearchPage.TotalMax + 1,
            candidates = candidatesMax,
        });
        return await Page(words, parameters, cancellation);
    }

    /// <summary>Who goes away ends the walk with the request.</summary>
    private async Task<SearchPage> Page(ImmutableArray<string> words, DynamicParameters parameters, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var (statement, left) = await Statement(connection, snapshot, words, parameters, cancellation);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(statement, parameters, snapshot, cancellationToken: cancellation))).AsList();
        var total = rows is [var first, ..] ? first.Total : 0;
        return new SearchPage(Math.Min(total, SearchPage.TotalMax), total > SearchPage.TotalMax, left, [.. rows.Select(row => new SearchHit(
            row.Id, row.Symbol, row.Type, row.Abstract, organisation.FullName(row.Unit), row.State, row.Urgency, row.Secrecy, row.At))]);
    }

    /// <returns>What is asked, and whether it leaves out documents of others that have the number: so many have.</returns>
    private async Task<(string Statement, bool Left)> Statement(
        DbConnection connection, DbTransaction snapshot, ImmutableArray<string> words, DynamicParameters parameters, CancellationToken cancellation)
    {
        if (connection is SqliteConnection sqlite)
        {
            sqlite.CreateFunction<string, bool>(SearchSql.HasWords, key => SearchWords.AreIn(key, words.AsSpan()));
            return (SearchSql.OfReach, false);
        }

        var (worded, numbered) = await connection.QuerySingleAsync<(long Worded, long Numbered)>(
            new CommandDefinition(PlanEach + SearchSql.Candidates, parameters, snapshot, cancellationToken: cancellation));
        return (worded <= candidatesMax ? SearchSql.OfFew : Walk + SearchSql.OfNewest, numbered > candidatesMax);
    }

    /// <summary>The words as PostgreSQL asks for them; no separator is left in them that could mean something there.</summary>
    private static string Query(ImmutableArray<string> words) => $"{string.Join(" & ", words.Select(word => $"'{word}'"))}:*";

    private static string Escaped(string key) =>
        key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private sealed record Row
    {
        public DocumentId Id { get; init; }

        public string? Symbol { get; init; }

        public string Type { get; init; } = "";

        public string Abstract { get; init; } = "";

        public UnitId Unit { get; init; }

        public DocumentState State { get; init; }

        public Urgency Urgency { get; init; }

        public Secrecy Secrecy { get; init; }

        public DateTimeOffset At { get; init; }

        /// <summary>How many were found, at each of them; where lists are walked from their newest ends, more than are counted or all.</summary>
        public int Total { get; init; }
    }
}
