using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Reading;
using PartyRealtime.Storage.Search;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Bench;

/// <summary>What a search takes in a body of some years: a third of its documents its own, the others received.</summary>
internal static class SearchBench
{
    private const int Rounds = 9;
    private const int Body = 17;

    private static readonly string[] Questions = ["bao cao", "chi thi 77", "hs999", "hs9", "khong co"];

    private static readonly Actor Leader =
        new(new OfficialId(99), "", [new HeldSeat(new SeatId(99), SeatKind.Post, SeatRole.Leader, new UnitId(Body), "")], null, Secrecy.Normal);

    public static async Task<int> Run(int documents)
    {
        await using (var sqlite = new SqliteDatabase())
            await Run(sqlite, documents);
        await using var server = new PostgreSqlServer();
        await using var postgreSql = new PostgreSqlDatabase(server);
        await Run(postgreSql, documents);
        return 0;
    }

    private static async Task Run(TestDatabase database, int documents)
    {
        var node = await database.Node();
        await node.Service<IOrganisationMap>().Refresh();
        await database.Execute(Made(database.Kind, documents));
        await database.Execute("ANALYZE document; ANALYZE delivery");
        foreach (var question in Questions)
        {
            var page = await node.Service<ISearchReads>().Documents(Leader, question, 50);
            var took = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var started = Stopwatch.GetTimestamp();
                await node.Service<ISearchReads>().Documents(Leader, question, 50);
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{database.Kind,-12} \"{question}\" in {documents:N0} documents  {(page.More ? "more than " : "")}{page.Total} found  {took.Order().ElementAt(Rounds / 2):F0} ms"));
        }
    }

    /// <summary>Every third of the body itself, the others delivered to it; one word in seven is the same, one in five hundred.</summary>
    private static string Made(StoreKind kind, int documents)
    {
        var id = kind == StoreKind.Sqlite ? "CAST(printf('%016d', {0}) AS BLOB)" : "md5(({0})::text)::uuid";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {documents})
            INSERT INTO document (id, position, unit_id, author_id, author_seat_id, state, type, abstract, urgency, secrecy, body_version, round,
              content_cleared, form_cleared, units, people, created_at_ms, issued_at_ms, search_key, search_marked, symbol_key)
            SELECT {id.Replace("{0}", "i", StringComparison.Ordinal)}, 1, CASE WHEN i % 3 = 0 THEN {Body} ELSE 40 END, 1, 1, 7, 'BC', 'a', 0, 0, 1, 1,
              1, 1, 1, 1, i, i, CASE WHEN i % 7 = 0 THEN 'bao cao' ELSE 'thong bao' END || ' thuc hien chi thi ' || (i % 500) || ' hs' || (i / 100), '', '' FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {documents})
            INSERT INTO delivery (id, document_id, unit_id, tile, ordinal, position, state, sent_at_ms)
            SELECT {id.Replace("{0}", "-i", StringComparison.Ordinal)}, {id.Replace("{0}", "i", StringComparison.Ordinal)}, {Body}, 'TW', 1, 1, 5, i FROM n WHERE i % 3 <> 0;
            """);
    }
}
