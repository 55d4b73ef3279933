using Dapper;
using Npgsql;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Contracts.Text;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Policy;
using PartyRealtime.Storage.Search;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Search;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlSearch(PostgreSqlServer server) : SearchSuite(new PostgreSqlDatabase(server))
{
    private string Text => ((PostgreSqlDatabase)Database).Text;

    [Fact]
    public async Task The_database_parts_words_as_the_program_does()
    {
        var node = await Database.Node();
        var random = new Random(7);
        var letters = SearchWords.Separators + "abcdefgh0123456789đ";
        foreach (var key in Enumerable.Range(0, 200)
            .Select(_ => TextFold.Key(new string(random.GetItems<char>(letters, random.Next(0, 120)))))
            .Append($"a{string.Join('a', SearchWords.Separators.ToCharArray())}")
            .Append(new string('x', 3_000)))
        {
            var words = await node.One<string[]>("SELECT tsvector_to_array(pr_words(@key))", new { key });
            Assert.Equal(SearchWords.Of(key).Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task What_stood_before_is_filled_at_the_next_start_while_somebody_writes_it()
    {
        var node = await Started();
        DocumentId held = await Issued(node, "Phòng cháy một", 0), free = await Issued(node, "Phòng cháy hai", 1);
        await Database.Stop(node);
        await Database.Execute("DELETE FROM document_words; DELETE FROM meta WHERE name = 'document_words_filled'");
        await using var writer = new NpgsqlConnection(Text);
        await writer.OpenAsync();
        await using var writing = await writer.BeginTransactionAsync();
        await writer.ExecuteAsync("UPDATE document SET position = position + 1 WHERE id = @id", new { id = held.Value }, writing);

        var options = await Database.OptionsOf(0);
        var starting = Task.Run(() => TestNode.Start(options));
        await using var reader = new NpgsqlConnection(Text);
        await reader.OpenAsync();
        await Filled(reader, free, starting);
        await writer.ExecuteAsync("UPDATE document SET search_key = 'phong lu mot' WHERE id = @id", new { id = held.Value }, writing);
        await writing.CommitAsync();

        await using var started = await starting;
        await started.Service<IOrganisationMap>().Refresh();
        Assert.Equal([free], await Found(started, "phong chay"));
        Assert.Equal([held], await Found(started, "phong lu"));
    }

    [Fact]
    public async Task After_a_fail_over_other_nodes_take_the_epoch_over_and_write_while_one_fills()
    {
        var node = await Started();
        DocumentId held = await Issued(node, "Phòng cháy một", 0), free = await Issued(node, "Phòng cháy hai", 1);
        await Database.Execute("DELETE FROM document_words; DELETE FROM meta WHERE name = 'document_words_filled'");
        await using var writer = new NpgsqlConnection(Text);
        await writer.OpenAsync();
        await using var writing = await writer.BeginTransactionAsync();
        await writer.ExecuteAsync("UPDATE document SET position = position + 1 WHERE id = @id", new { id = held.Value }, writing);
        await Database.Execute("UPDATE meta SET value = '7000000000000000000:00000001' WHERE name = 'epoch_origin'");

        var options = await Database.OptionsOf(1);
        var starting = Task.Run(() => TestNode.Start(options));
        await using var reader = new NpgsqlConnection(Text);
        await reader.OpenAsync();
        await Filled(reader, free, starting);
        await Database.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'partyrealtime-writer'");
        while (await node.Write(Make.Append(Make.NewStream(), 0)) is not CommitResult.Committed)
        {
        }

        Assert.False(starting.IsCompleted);
        await writing.CommitAsync();
        await using var started = await starting;
        Assert.Equal(started.Epoch, node.Epoch);
    }

    [Fact]
    public async Task An_index_that_was_interrupted_is_made_anew_and_what_it_takes_the_place_of_is_gone()
    {
        var node = await Started();
        var id = await Issued(node, "Phòng cháy", 0);
        await Database.Stop(node);
        await Database.Execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid IN ('document_words_words'::regclass, 'step_seat_given'::regclass)");

        var again = await Started();
        Assert.Equal(0, await again.One<long>("SELECT count(*) FROM pg_index WHERE NOT indisvalid"));
        Assert.Equal(2, await again.One<long>("SELECT count(*) FROM pg_class WHERE relname IN ('document_words_words', 'step_seat_given')"));
        Assert.Equal(0, await again.One<long>("SELECT count(*) FROM pg_class WHERE relname IN ('document_reviewer', 'delivery_unit', 'step_seat')"));
        Assert.Equal([id], await Found(again, "chay"));
    }

    [Fact]
    public async Task Nodes_that_start_together_wait_for_their_turn_without_holding_up_an_index()
    {
        var node = await Started();
        await Issued(node, "Phòng cháy", 0);
        await Database.Stop(node);
        await Database.Execute("DROP INDEX document_words_words; DROP INDEX document_number; DROP INDEX document_reviewed");

        var options = await Task.WhenAll(Enumerable.Range(0, 4).Select(Database.OptionsOf));
        foreach (var started in await Task.WhenAll(options.Select(option => Task.Run(() => TestNode.Start(option)))))
            await started.DisposeAsync();
        Assert.Equal(0, await Database.Deadlocks());
        await using var reader = new NpgsqlConnection(Text);
        Assert.Equal(3, await reader.QuerySingleAsync<long>(
            """
            SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indisvalid AND c.relname IN ('document_words_words', 'document_number', 'document_reviewed')
            """));
    }

    [Fact]
    public async Task A_list_gives_as_many_as_it_may_though_steps_were_recalled_or_doubled_and_deliveries_have_not_arrived()
    {
        var node = await Started();
        const int Visible = SearchPage.TotalMax + 10;
        // The newest thirty are nothing that the person may see; the thirty before are steps given twice.
        await Many(31, Visible + 30, "bao cao");
        await Database.Execute(
            $"""
            INSERT INTO delivery (id, document_id, unit_id, tile, ordinal, position, state, sent_at_ms)
              SELECT gen_random_uuid(), id, {Own.Value}, 'TW', 1, 1, CASE WHEN search_key > 'bao cao' AND substr(search_key, 9)::int > {Visible} THEN 1 ELSE 5 END, issued_at_ms FROM document;
            INSERT INTO step (id, delivery_id, seat_id, role, state, assigned_at_ms, assigned_by)
              SELECT gen_random_uuid(), v.id, 7, 1, CASE WHEN v.state = 1 THEN {(int)StepState.Recalled} ELSE 1 END, v.sent_at_ms + twice, 1
              FROM delivery v JOIN document d ON d.id = v.document_id, generate_series(0, 1) AS twice
              WHERE twice = 0 OR substr(d.search_key, 9)::int > {Visible - 30};
            """);
        var specialist = Leader with { Seats = [new HeldSeat(new SeatId(7), SeatKind.Post, SeatRole.Specialist, Own, "")] };

        foreach (var actor in new[] { Leader, specialist })
        {
            var page = await node.Search(candidatesMax: 1).Documents(actor, "báo cáo", 50);
            Assert.Equal((SearchPage.TotalMax, true), (page.Total, page.More));
            var few = await node.Search(candidatesMax: 1_000).Documents(actor, "báo cáo", 50);
            Assert.Equal(few.Items.Select(hit => hit.DocumentId), page.Items.Select(hit => hit.DocumentId));
        }
    }

    [Fact]
    public async Task A_number_of_the_own_body_is_found_however_many_others_have_it_and_it_is_said_that_others_are_left_out()
    {
        var node = await Started();
        var own = await Issued(node, "Không có chữ nào", 0, number: 5, notation: "-cv/du");
        var author = Leader with { Official = Make.Me, Seats = [] };
        await Many(31, 5, "thong bao");
        await Database.Execute("UPDATE document SET number = 5, symbol_key = '-cv/du' WHERE unit_id = 31");

        foreach (var (actor, question) in new[] { (Leader, "5"), (Leader, "5-CV/ĐU"), (author, "5") })
        {
            var page = await node.Search(candidatesMax: 2).Documents(actor, question, 50);
            Assert.Equal(own, Assert.Single(page.Items).DocumentId);
            Assert.Equal((1, false, true), (page.Total, page.More, page.Left));
        }
    }

    [Fact]
    public async Task Rare_words_come_from_the_index_of_words_and_frequent_ones_from_the_newest_end_of_each_list()
    {
        var node = await Started();
        await Database.Execute(
            """
            INSERT INTO document_words SELECT gen_random_uuid(), pr_words('bao cao so ' || i) FROM generate_series(1, 20000) i;
            INSERT INTO delivery (id, document_id, unit_id, tile, ordinal, position, state, sent_at_ms)
              SELECT gen_random_uuid(), gen_random_uuid(), i % 3, 'TW', 1, 1, 5, i FROM generate_series(1, 20000) i;
            ANALYZE document_words; ANALYZE delivery;
            """);
        var parameters = VisibleDocumentsSql.Parameters(
            new ReaderScope(new OfficialId(1), Secrecy.Normal, [new SeatId(1)], [new UnitId(1)]),
            new { words = "'so' & '77':*", marked = "%", number = -1, suffix = "%", max = 20, newest = 201, candidates = 20_000 });

        Assert.Contains("document_words_words", await node.Plan(SearchSql.OfFew, parameters), StringComparison.Ordinal);
        var newest = await Walked(SearchSql.OfNewest, parameters);
        foreach (var index in new[] { "document_unit_issued", "delivery_unit_sent", "step_seat_given", "document_reviewed", "document_number" })
            Assert.Contains($"using {index}", newest, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", newest, StringComparison.Ordinal);
        // The one of what is shown.
        Assert.Equal(1, newest.Split("Sort  (").Length - 1);
    }

    /// <summary>Until this one is filled, while a node that is starting has not done.</summary>
    private static async Task Filled(NpgsqlConnection reader, DocumentId document, Task<TestNode> starting)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await reader.QuerySingleAsync<long>("SELECT count(*) FROM document_words WHERE document_id = @id", new { id = document.Value }) == 0)
        {
            await timer.WaitForNextTickAsync();
            if (starting.IsCompleted)
                await starting;
            Assert.False(starting.IsCompleted);
        }
    }

    /// <summary>How it is run as the search runs it.</summary>
    private async Task<string> Walked(string sql, DynamicParameters parameters)
    {
        await using var connection = new NpgsqlConnection(Text);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(SearchReads.Walk, transaction: transaction);
        return string.Join('\n', await connection.QueryAsync<string>($"EXPLAIN {sql}", parameters, transaction));
    }
}
