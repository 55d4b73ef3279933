using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Drafting;

/// <summary>What the grain of a draft promises to those who write in it.</summary>
public abstract class DraftingSuite(Func<TestDatabase> database)
{
    [Fact]
    public async Task What_is_acknowledged_is_in_the_log_and_reaches_every_room()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Invite(desk.Other, DraftRight.Read);
        var mine = await desk.Join(desk.Author, DraftRight.Write);
        var its = await desk.Join(desk.Other, DraftRight.Read);
        Assert.Equal(1, await mine.OthersTold);
        var update = new Typist(1).Begin("Kính gửi");

        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, update));
        Assert.Equal(update, Assert.Single((await desk.Stored()).Tail).Bytes);
        foreach (var room in new[] { mine, its })
        {
            var relay = await room.Next();
            Assert.Equal(1, relay.First);
            Assert.Equal(update, Assert.Single(relay.Updates).Bytes);
        }

        Assert.Equal("<paragraph>Kính gửi</paragraph>", await desk.Page());
    }

    [Fact]
    public async Task A_room_is_known_from_the_first_who_joins_in_it_until_it_leaves()
    {
        await using var desk = await DraftDesk.Open(database());
        var room = desk.ReferenceOf(new ListeningRoom());
        // Nobody has it open; then somebody in another room.
        Assert.Equal(RefusalCode.NotInScope, (await desk.Draft.Heard(room)).Refusal?.Code);
        await desk.Join(desk.Author, DraftRight.Write);
        Assert.Equal(RefusalCode.NotInScope, (await desk.Draft.Heard(room)).Refusal?.Code);
        await desk.Join(desk.Author, DraftRight.Write, room);
        Assert.Single((await desk.Draft.Heard(room)).Value);
        await desk.Draft.Leave(room);
        Assert.Equal(RefusalCode.NotInScope, (await desk.Draft.Heard(room)).Refusal?.Code);
    }

    [Fact]
    public async Task Nobody_writes_in_the_name_of_somebody_else()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Invite(desk.Other, DraftRight.Write);
        await desk.Join(desk.Author, DraftRight.Write);
        await desk.Join(desk.Other, DraftRight.Write);
        var author = new Typist(1);
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, author.Begin("A")));

        Assert.Equal(DraftAnswer.Foreign, await desk.Take(desk.Other, author.Type("B")));
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Other, new Typist(2).Begin("C")));
        Assert.Equal([(1L, desk.Author.Official), (2L, desk.Other.Official)], (await desk.Stored()).Clients.Select(client => (client.Client, client.Official)).Order());
    }

    [Fact]
    public async Task Whose_id_somebody_else_used_first_is_told_so_and_goes_on_with_another()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Invite(desk.Other, DraftRight.Write);
        await desk.Join(desk.Author, DraftRight.Write);
        await desk.Join(desk.Other, DraftRight.Write);
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Other, new Typist(1).Begin("giả")));

        Assert.Equal(DraftAnswer.Foreign, await desk.Take(desk.Author, new Typist(1).Begin("của tôi")));
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, new Typist(3).Begin("của tôi")));
        Assert.Contains("<paragraph>của tôi</paragraph>", await desk.Page(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_that_text_is_saved_in_the_place_of_which_somebody_else_wrote()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Invite(desk.Other, DraftRight.Write);
        await desk.Join(desk.Author, DraftRight.Write);
        await desk.Join(desk.Other, DraftRight.Write);
        var forged = new Typist(1).Begin("giả mạo");
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Other, forged, client: 2));

        // Not longer than the forged text: nothing in it is new by its places alone.
        Assert.Equal(DraftAnswer.Foreign, await desk.Take(desk.Author, new Typist(1).Begin("của tôi"), client: 1));
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, forged, client: 3));
        // As Yjs goes on by itself, when it was shown the forged text before it had typed.
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, new Typist(3).Begin("của tôi"), client: 1));
    }

    [Fact]
    public async Task A_reader_may_send_what_is_there_and_nothing_else()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Invite(desk.Other, DraftRight.Read);
        await desk.Join(desk.Author, DraftRight.Write);
        await desk.Join(desk.Other, DraftRight.Read);
        var update = new Typist(1).Begin("A");
        await desk.Take(desk.Author, update);

        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Other, [0, 0]));
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Other, update));
        Assert.Equal(DraftAnswer.ReadOnly, await desk.Take(desk.Other, new Typist(2).Begin("B")));
        Assert.Equal(1, (await desk.Stored()).Head);
        Assert.Equal(RefusalCode.NotInScope, (await desk.Draft.Join(new Actor(new OfficialId(99_999), "", [], null, Secrecy.Normal), null!)).Refusal?.Code);
    }

    [Fact]
    public async Task Each_update_is_answered_by_itself()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Join(desk.Author, DraftRight.Write);
        var (author, lost) = (new Typist(1), new Typist(2));
        var first = author.Begin("A");
        lost.Begin("nobody sees this");

        var answers = await desk.Draft.Take([.. new[] { first, [1, 2, 3], lost.Type("!"), first, author.Begin("B", root: "other"), author.Type("C") }
            .Select(update => new DraftUpdate(desk.Author.Official, update))]);
        // The last one rests on the refused one.
        Assert.Equal(
            [DraftAnswer.Saved, DraftAnswer.Refused, DraftAnswer.TryAgain, DraftAnswer.Saved, DraftAnswer.Refused, DraftAnswer.TryAgain],
            answers);
        Assert.Equal(1, (await desk.Stored()).Head);
        Assert.Equal(RefusalCode.Malformed, (await desk.Draft.Diff([5, 1])).Refusal?.Code);
    }

    [Fact]
    public async Task After_a_restart_the_draft_is_what_it_was()
    {
        await using var desk = await DraftDesk.Open(database());
        var room = await desk.Join(desk.Author, DraftRight.Write);
        var author = new Typist(1);
        await desk.Take(desk.Author, author.Begin(""" "A" """));
        for (var at = 0; at < 11; at++)
            Assert.DoesNotContain(DraftAnswer.TryAgain, await desk.Draft.Take([.. Enumerable.Range(0, 100).Select(_ => new DraftUpdate(desk.Author.Official, author.Type("ế")))]));
        Assert.Equal(1_000, (await desk.Stored()).Snapshot!.Seq);
        var (page, state) = (await desk.Page(), (await desk.Draft.Diff([0])).Value!);

        await desk.Restart(room);
        Assert.Equal(page, await desk.Page());
        Assert.Equal(state.StateVector, (await desk.Draft.Diff([0])).Value!.StateVector);
        Assert.Equal(1_101, (await desk.Stored()).Snapshot!.Seq);
        Assert.Equal(DraftAnswer.TryAgain, await desk.Take(desk.Author, author.Type("!")));
        await desk.Join(desk.Author, DraftRight.Write);
        Assert.Equal(DraftAnswer.TryAgain, await desk.Take(desk.Author, author.Type("?")));
    }

    [Fact]
    public async Task Where_a_twin_has_written_the_grain_gives_way()
    {
        await using var desk = await DraftDesk.Open(database());
        var room = await desk.Join(desk.Author, DraftRight.Write);
        var (author, twin) = (new Typist(1), new Typist(7));
        await desk.Take(desk.Author, author.Begin("A"));
        await desk.Node.Apply(desk.Entry(2, twin.Begin("twin")));
        var late = author.Type("B");

        Assert.Equal(DraftAnswer.TryAgain, await desk.Take(desk.Author, late));
        await room.Reopened;
        await desk.Join(desk.Author, DraftRight.Write);
        Assert.Contains("twin", await desk.Page(), StringComparison.Ordinal);
        Assert.DoesNotContain("AB", await desk.Page(), StringComparison.Ordinal);
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, late));
        Assert.Contains("AB", await desk.Page(), StringComparison.Ordinal);
        Assert.Equal(3, (await desk.Stored()).Head);
    }

    [Fact]
    public async Task A_submission_freezes_exactly_what_was_acknowledged()
    {
        await using var desk = await DraftDesk.Open(database());
        var room = await desk.Join(desk.Author, DraftRight.Write);
        var author = new Typist(1);
        await desk.Take(desk.Author, author.Begin("A"));
        var typing = Enumerable.Range(0, 400).Select(_ => desk.Take(desk.Author, author.Type("x"))).ToList();
        await typing[50];
        await desk.Act(desk.Author, "submit");
        var saved = (await Task.WhenAll(typing)).TakeWhile(answer => answer == DraftAnswer.Saved).Count();

        await room.Reopened;
        var version = await desk.Version();
        Assert.Equal(1 + saved, version.Seq);
        Assert.Equal("A" + new string('x', saved), version.Text);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(version.Content)), version.Hash);
        Assert.Equal(DraftEntryKind.Close, (await desk.Stored()).Tail[^1].Kind);
        Assert.Equal(version.Seq + 1, (await desk.Stored()).Head);
        await desk.Join(desk.Author, DraftRight.Suggest);
        Assert.Equal(DraftAnswer.ReadOnly, await desk.Take(desk.Author, new Typist(3).Begin("late")));
    }

    [Fact]
    public async Task A_submission_that_a_twin_was_before_is_decided_on_what_the_twin_left()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Join(desk.Author, DraftRight.Write);
        await desk.Take(desk.Author, new Typist(1).Begin("A"));
        await desk.Node.Apply(desk.Entry(2, new Typist(7).Begin("twin")));
        await desk.Act(desk.Author, "submit");

        var version = await desk.Version();
        Assert.Equal(2, version.Seq);
        Assert.Equal(["A", "twin"], version.Text.Split('\n').Order());
        Assert.Equal(3, (await desk.Stored()).Head);
    }

    [Fact]
    public async Task A_returned_draft_goes_on_where_it_was_frozen()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Join(desk.Author, DraftRight.Write);
        var author = new Typist(1);
        await desk.Take(desk.Author, author.Begin("A"));
        await desk.Act(desk.Author, "submit");
        var room = await desk.Join(desk.Leader, DraftRight.Suggest);
        await desk.Act(desk.Leader, "return", new { reason = "Bổ sung" });
        await room.Reopened;

        await desk.Join(desk.Author, DraftRight.Write);
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, author.Type("B")));
        Assert.Equal(3, (await desk.Stored()).Head);
        await desk.Act(desk.Author, "submit");
        Assert.Equal("AB", (await desk.Version()).Text);
    }

    [Fact]
    [Trait("Form", "full")]
    public async Task A_draft_whose_submission_died_is_read_anew_and_goes_on()
    {
        await using var desk = await DraftDesk.Open(database());
        var room = await desk.Join(desk.Author, DraftRight.Write);
        var author = new Typist(1);
        await desk.Take(desk.Author, author.Begin("A"));
        Assert.True((await desk.Closing.Freeze()).IsOk);

        await room.Reopened;
        await desk.Join(desk.Author, DraftRight.Write);
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, author.Type("B")));
        Assert.Equal("<paragraph>AB</paragraph>", await desk.Page());
    }

    [Fact]
    public async Task An_invited_seat_sees_the_document_writes_in_it_and_is_shown_out_again()
    {
        await using var desk = await DraftDesk.Open(database());
        var seat = (await desk.SeatOf(desk.Other)).Value;
        Assert.Equal(HttpStatusCode.NotFound, await desk.Other.Status(desk.Path));
        await desk.Act(desk.Author, "participants", new { seat, right = "write" });
        var page = await desk.Other.Get<JsonElement>(desk.Path);
        Assert.Equal("write", page.GetProperty("draftRight").GetString());
        Assert.Equal((seat, "write"), (page.GetProperty("participants")[0].GetProperty("seat").GetInt32(), page.GetProperty("participants")[0].GetProperty("right").GetString()));
        Assert.Empty(page.GetProperty("actions").EnumerateArray());
        Assert.Equal(1, (await desk.Other.Get<JsonElement>("/api/inbox?box=drafts")).GetProperty("items").GetArrayLength());

        await desk.Join(desk.Author, DraftRight.Write);
        var room = await desk.Join(desk.Other, DraftRight.Write);
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Other, new Typist(2).Begin("B")));
        await desk.Act(desk.Author, "participants", new { seat, right = "read" });
        await room.Reopened;
        await desk.Join(desk.Other, DraftRight.Read);
        await desk.Act(desk.Author, "participants", new { seat });
        Assert.Equal(HttpStatusCode.NotFound, await desk.Other.Status(desk.Path));
        Assert.Equal(0, (await desk.Other.Get<JsonElement>("/api/inbox?box=drafts")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Who_may_only_suggest_writes_nothing_and_what_is_said_is_told_to_every_room()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Invite(desk.Other, DraftRight.Suggest);
        var mine = await desk.Join(desk.Author, DraftRight.Write);
        var its = await desk.Join(desk.Other, DraftRight.Suggest);
        Assert.Equal(DraftAnswer.ReadOnly, await desk.Take(desk.Other, new Typist(2).Begin("B")));
        Assert.Empty((await desk.Stored()).Tail);

        await desk.Act(desk.Other, "threads", new { kind = "comment", start = "AAEC", end = "AAEC", quote = "x", text = "Nên nói rõ" });
        var position = (await desk.Author.Get<JsonElement>($"{desk.Path}/threads")).GetProperty("position").GetInt64();
        Assert.Equal((position, position), (await mine.DiscussedAt, await its.DiscussedAt));
    }

    [Fact]
    public async Task An_empty_draft_is_not_submitted_and_is_written_on()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Join(desk.Author, DraftRight.Write);
        var (status, answer) = await desk.Author.Post($"{desk.Path}/submit");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("body", answer.GetProperty("fields")[0].GetProperty("field").GetString());
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, new Typist(1).Begin("A")));
    }

    [Fact]
    public async Task A_draft_that_is_frozen_takes_nothing_until_it_is_thawed()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Join(desk.Author, DraftRight.Write);
        var author = new Typist(1);
        await desk.Take(desk.Author, author.Begin("A"));
        Assert.Equal("A", (await desk.Closing.Freeze()).Value?.Text);

        Assert.Equal(DraftAnswer.TryAgain, await desk.Take(desk.Author, author.Type("B")));
        await desk.Closing.Thaw();
        Assert.Equal(DraftAnswer.Saved, await desk.Take(desk.Author, new Typist(2).Begin("C")));
    }

    [Fact]
    public async Task A_named_version_holds_what_was_acknowledged_and_stops_nobody()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Act(desk.Author, "participants", new { seat = (await desk.SeatOf(desk.Other)).Value, right = "write" });
        await desk.Join(desk.Author, DraftRight.Write);
        var author = new Typist(1);
        await desk.Take(desk.Author, author.Begin("A"));
        var typing = Enumerable.Range(0, 200).Select(_ => desk.Take(desk.Author, author.Type("z"))).ToList();
        await Task.WhenAll(typing[..50]);
        await desk.Act(desk.Other, "versions", new { name = " Bản góp ý " });

        Assert.All(await Task.WhenAll(typing), answer => Assert.Equal(DraftAnswer.Saved, answer));
        var listed = Assert.Single((await desk.Author.Get<JsonElement>($"{desk.Path}/versions")).EnumerateArray());
        Assert.Equal(("Bản góp ý", desk.Other.Official.Value), (listed.GetProperty("name").GetString(), listed.GetProperty("by").GetProperty("id").GetInt32()));
        var content = (await desk.Author.Get<JsonElement>($"{desk.Path}/versions/{listed.GetProperty("version")}")).GetProperty("content").GetString()!;
        Assert.InRange(content.Count(letter => letter == 'z'), 50, 200);
        await desk.Act(desk.Author, "submit");
        // It is no body: what is submitted has the body's number, and stands before it.
        var newest = (await desk.Author.Get<JsonElement>($"{desk.Path}/versions"))[0];
        Assert.Equal(("2", false), (newest.GetProperty("version").GetString(), newest.TryGetProperty("name", out _)));
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Author.Post($"{desk.Path}/versions", new { name = "Muộn" })).Status);
    }

    [Fact]
    public async Task A_version_is_not_named_on_what_a_twin_has_left_behind()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Join(desk.Author, DraftRight.Write);
        await desk.Take(desk.Author, new Typist(1).Begin("A"));
        await desk.Node.Apply(desk.Entry(2, new Typist(7).Begin("twin")));
        await desk.Act(desk.Author, "versions", new { name = "Bản đầu" });

        var listed = Assert.Single((await desk.Author.Get<JsonElement>($"{desk.Path}/versions")).EnumerateArray());
        var version = await desk.Author.Get<JsonElement>($"{desk.Path}/versions/{listed.GetProperty("version")}");
        Assert.Contains("twin", version.GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_letters_stand_in_a_paragraph_is_told_for_the_draft_and_for_its_versions()
    {
        await using var desk = await DraftDesk.Open(database());
        await desk.Act(desk.Author, "participants", new { seat = (await desk.SeatOf(desk.Other)).Value, right = "write" });
        await desk.Join(desk.Author, DraftRight.Write);
        await desk.Join(desk.Other, DraftRight.Write);
        var (author, other) = (new Typist(1), new Typist(2));
        await desk.Take(desk.Author, author.Begin("Kính gửi"));
        await desk.Act(desk.Author, "versions", new { name = "Bản đầu" });
        await desk.Take(desk.Other, other.TypeBehind(author, ": Ban"));
        await desk.Take(desk.Other, new Typist(3).Begin("Nơi nhận"));
        var named = (await desk.Author.Get<JsonElement>($"{desk.Path}/versions"))[0].GetProperty("version").GetString();
        await desk.Act(desk.Author, "submit");

        (int, int)[] mine = [(desk.Author.Official.Value, 8)];
        Assert.Equal([mine], await Shares(desk, $"versions/{named}/authors"));
        (int, int)[] its = [(desk.Other.Official.Value, 8)];
        foreach (var path in new[] { "authors", "versions/2/authors" })
            Assert.Equal([[.. mine, (desk.Other.Official.Value, 5)], its], (await Shares(desk, path)).OrderByDescending(shares => shares.Length));
        Assert.Equal(HttpStatusCode.NotFound, await desk.Author.Status($"{desk.Path}/versions/3/authors"));
    }

    private static async Task<(int Official, int Letters)[][]> Shares(DraftDesk desk, string path) =>
        [.. (await desk.Author.Get<JsonElement>($"{desk.Path}/{path}")).GetProperty("blocks").EnumerateArray()
            .Select(block => block.GetProperty("shares").EnumerateArray()
                .Select(share => (share.GetProperty("official").GetInt32(), share.GetProperty("letters").GetInt32())).ToArray())];
}
