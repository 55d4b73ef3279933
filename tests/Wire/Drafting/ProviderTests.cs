using System.Net;
using System.Text.Json;
using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>Unmodified clients of both protocols at one node.</summary>
public sealed class ProviderTests(DraftOffice office) : IClassFixture<DraftOffice>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await office.Clear();

    [Theory]
    [InlineData(DraftOffice.Hocuspocus, DraftOffice.Hocuspocus)]
    [InlineData(DraftOffice.Websocket, DraftOffice.Websocket)]
    [InlineData(DraftOffice.Hocuspocus, DraftOffice.Websocket)]
    [InlineData(DraftOffice.Websocket, DraftOffice.Hocuspocus)]
    public async Task What_one_types_the_other_sees(string first, string second)
    {
        var document = await office.Compose();
        await office.Open("ax", first, DraftOffice.Author, document);
        await office.Editors.Until("ax", "synced");
        await office.Editors.Type("ax", 20);
        await office.Open("bx", second, DraftOffice.Author, document);
        await office.Editors.Until("bx", "text", "ax19;");
        await office.Editors.Type("bx", 20);
        await office.Editors.Until("ax", "text", "bx19;");
        await office.Editors.Until("bx", "equal");
    }

    [Fact]
    public async Task What_was_typed_before_the_connection_is_sent_and_saved()
    {
        var document = await office.Compose();
        await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Type("ax", 30);
        await office.Editors.Until("ax", "saved");
        await office.Editors.Cut("ax");
        await office.Editors.Type("ax", 30);
        await office.Editors.Until("ax", "saved");
        await office.Open("bx", DraftOffice.Websocket, DraftOffice.Author, document);
        await office.Editors.Until("bx", "text", "ax59;");
    }

    /// <summary>More than is read at once: the first "saved" of the new connection must not stand for text that is still on its way.</summary>
    [Fact]
    public async Task What_was_typed_without_a_line_is_called_saved_when_all_of_it_is()
    {
        const int letters = 2 * DraftPace.FramesPerSecondMax + 50;
        var document = await office.Compose();
        await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Until("ax", "saved");
        await office.Editors.Do("typeAway", new() { ["name"] = "ax", ["letters"] = letters });
        await office.Editors.Until("ax", "saved");
        await office.Open("bx", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Until("bx", "synced");
        Assert.Equal(letters, (await office.Editors.Words("bx", "ax")).Length);
    }

    [Fact]
    public async Task Three_drafts_share_one_socket_and_one_of_them_is_left()
    {
        var documents = new[] { await office.Compose(), await office.Compose(), await office.Compose() };
        string[] here = ["ax", "bx", "cx"], there = ["dx", "ex", "fx"];
        for (var place = 0; place < documents.Length; place++)
        {
            await office.Open(here[place], DraftOffice.Hocuspocus, DraftOffice.Author, documents[place], socket: "one");
            await office.Open(there[place], DraftOffice.Hocuspocus, DraftOffice.Author, documents[place], socket: "two");
            await office.Editors.Type(here[place], 5);
            await office.Editors.Until(there[place], "text", here[place] + "4;");
            await office.Editors.Until(there[place], "others", 1);
        }

        await office.Editors.Leave("bx");
        await office.Editors.Until("ex", "others", 0);
        await office.Editors.Type("ax", 5);
        await office.Editors.Type("cx", 5);
        await office.Editors.Until("dx", "text", "ax9;");
        await office.Editors.Until("fx", "text", "cx9;");
        await office.Editors.Until("ax", "saved");
        Assert.DoesNotContain("ax", (await office.Editors.State("fx")).GetProperty("text").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_draft_is_open_twice_on_one_socket_and_one_of_both_is_left()
    {
        var document = await office.Compose();
        await office.Open("ax", DraftOffice.HocuspocusSessions, DraftOffice.Author, document, socket: "both");
        await office.Open("bx", DraftOffice.HocuspocusSessions, DraftOffice.Author, document, socket: "both");
        await office.Open("cx", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        foreach (var (writer, readers) in new[] { ("ax", new[] { "bx", "cx" }), ("bx", ["ax", "cx"]), ("cx", ["ax", "bx"]) })
        {
            await office.Editors.Type(writer, 5);
            await office.Editors.Until(writer, "saved");
            await office.Editors.Until(writer, "others", 2);
            foreach (var reader in readers)
                await office.Editors.Until(reader, "text", writer + "4;");
        }

        await office.Editors.Leave("bx");
        await office.Editors.Until("ax", "others", 1);
        await office.Editors.Type("ax", 5);
        await office.Editors.Until("ax", "saved");
        await office.Editors.Until("cx", "text", "ax9;");
        Assert.Empty((await office.Editors.State("ax")).GetProperty("closes").EnumerateArray());
    }

    [Fact]
    public async Task A_draft_out_of_its_authors_hands_is_read_and_not_written()
    {
        var document = await office.Compose();
        await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Type("ax", 5);
        await office.Editors.Until("ax", "saved");
        await office.Editors.Until("ax", "scope", "read-write");
        var (status, answer) = await (await office.Enter(DraftOffice.Author)).Post($"/api/documents/{document}/submit");
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        await office.Editors.Until("ax", "scope", "readonly");

        await office.Open("bx", DraftOffice.Hocuspocus, DraftOffice.Leader, document);
        await office.Editors.Until("bx", "text", "ax4;");
        await office.Editors.Until("bx", "scope", "readonly");
        // Reading costs nobody a lamp that stays red.
        await office.Editors.Until("bx", "saved");
        await office.Editors.Type("ax", 5);
        await office.Editors.Type("bx", 5);
        await office.Open("cx", DraftOffice.Websocket, DraftOffice.Leader, document);
        await office.Editors.Until("cx", "text", "ax4;");
        await office.Editors.Type("cx", 5);
        await office.Open("dx", DraftOffice.Hocuspocus, DraftOffice.Leader, document);
        await office.Editors.Until("dx", "synced");
        Assert.Equal(5, (await office.Editors.Words("dx", "ax")).Length);
        Assert.Empty(await office.Editors.Words("dx", "bx"));
        Assert.Empty(await office.Editors.Words("dx", "cx"));
        Assert.InRange((await office.Editors.State("bx")).GetProperty("unsaved").GetInt32(), 5, 10);
    }

    [Fact]
    public async Task A_used_or_unknown_ticket_or_one_of_another_draft_opens_nothing()
    {
        var (document, other) = (await office.Compose(), await office.Compose());
        var used = await office.Ticket(DraftOffice.Author, document);
        await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document, ticket: used);
        await office.Editors.Until("ax", "scope", "read-write");
        await office.Open("bx", DraftOffice.Hocuspocus, DraftOffice.Author, document, ticket: used);
        await office.Editors.Until("bx", "denied", 1);
        await office.Open("cx", DraftOffice.Hocuspocus, DraftOffice.Author, document, ticket: new string('a', 43));
        await office.Editors.Until("cx", "denied", 1);
        await office.Open("dx", DraftOffice.Hocuspocus, DraftOffice.Author, other, ticket: await office.Ticket(DraftOffice.Author, document));
        await office.Editors.Until("dx", "denied", 1);
        await office.Open("ex", DraftOffice.Websocket, DraftOffice.Author, document, ticket: used);
        await office.Editors.Until("ex", "closed", 4403);
        Assert.False((await office.Editors.State("bx")).GetProperty("synced").GetBoolean());
    }

    [Fact]
    public async Task Who_does_not_see_a_document_gets_no_ticket_as_for_one_that_does_not_exist()
    {
        var stranger = await office.Enter(DraftOffice.Stranger);
        var (forbidden, answer) = await stranger.Post($"/api/drafting/{await office.Compose()}/tickets");
        var (missing, same) = await stranger.Post($"/api/drafting/{Guid.NewGuid()}/tickets");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (forbidden, missing));
        Assert.Equal(answer.GetProperty("code").GetString(), same.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nobody_writes_in_the_name_of_anothers_client()
    {
        var document = await office.Compose();
        var client = await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Type("ax", 5);
        await office.Editors.Until("ax", "saved");
        await office.Open("bx", DraftOffice.Hocuspocus, DraftOffice.Colleague, document, clientId: client);
        // Up to where the other's content ends, this is what the draft has already, as far as clocks can tell.
        await office.Editors.Type("bx", 20);
        await office.Editors.Until("bx", "closed", 4409);
        await office.Editors.Leave("bx");
        await office.Editors.Type("ax", 5);
        await office.Editors.Until("ax", "saved");
        await office.Open("cx", DraftOffice.Hocuspocus, DraftOffice.Colleague, document);
        await office.Editors.Until("cx", "text", "ax9;");
        Assert.Empty(await office.Editors.Words("cx", "bx"));
    }

    [Fact]
    public async Task Whose_id_was_used_by_another_before_the_first_letter_writes_all_the_same()
    {
        var document = await office.Compose();
        var client = await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Until("ax", "synced");
        await office.Open("bx", DraftOffice.Hocuspocus, DraftOffice.Colleague, document, clientId: client);
        await office.Editors.Type("bx", 5);
        await office.Editors.Until("bx", "saved");
        // Yjs is shown what it did not write, and goes on under another id.
        await office.Editors.Until("ax", "text", "bx4;");
        await office.Editors.Type("ax", 5);
        await office.Editors.Until("ax", "saved");

        // Who typed before that is told why, and goes on with a new document.
        await office.Open("cx", DraftOffice.Hocuspocus, DraftOffice.Author, document, clientId: client);
        await office.Editors.Type("cx", 20);
        await office.Editors.Until("cx", "closed", 4409);
        await office.Editors.Leave("cx");
        await office.Open("dx", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Type("dx", 5);
        await office.Editors.Until("dx", "saved");
        await office.Editors.Until("bx", "text", "dx4;");
        Assert.Equal(5, (await office.Editors.Words("bx", "ax")).Length);
    }

    [Fact]
    public async Task A_ticket_names_the_life_of_the_data_that_the_draft_is_read_in()
    {
        var author = await office.Enter(DraftOffice.Author);
        var (_, answer) = await author.Post($"/api/drafting/{await office.Compose()}/tickets");
        var epoch = (await author.Get<JsonElement>("/api/session")).GetProperty("epoch").GetString();
        Assert.Equal(epoch, answer.GetProperty("epoch").GetString());
    }

    [Fact]
    public async Task A_person_is_shown_by_the_name_that_the_office_knows()
    {
        var document = await office.Compose();
        var me = (await (await office.Enter(DraftOffice.Author)).Get<JsonElement>("/api/session")).GetProperty("official").GetProperty("name").GetString();
        await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document, user: new { name = "Người khác", unit = "Đơn vị khác", color = "#c00" });
        foreach (var (name, protocol) in new[] { ("bx", DraftOffice.Hocuspocus), ("cx", DraftOffice.Websocket) })
        {
            await office.Open(name, protocol, DraftOffice.Colleague, document);
            var shown = await office.Editors.Until(name, "other", me);
            Assert.Contains(shown.GetProperty("user").GetProperty("color").GetString(), WriterColours.All);
            Assert.DoesNotContain("khác", shown.GetProperty("user").GetProperty("unit").GetString()!, StringComparison.Ordinal);
        }

        // What all three repeat to each other stays theirs, and who leaves is gone.
        await office.Editors.Say("ax", "cursor", new { anchor = 7 });
        await office.Editors.Until("bx", "others", 2);
        await office.Editors.Until("cx", "others", 2);
        await office.Editors.Leave("ax");
        await office.Editors.Until("bx", "others", 1);
        await office.Editors.Until("cx", "others", 1);
        await office.Editors.Cut("cx");
        await office.Editors.Until("bx", "others", 1);
    }

    [Fact]
    public async Task A_session_that_ends_closes_its_drafts()
    {
        var document = await office.Compose();
        using var again = await office.Node.Enter(DraftOffice.Author);
        await office.Editors.Open(
            "ax", DraftOffice.Hocuspocus, [office.Node.Url], $"{again.Session.Name}={again.Session.Value}", document);
        await office.Editors.Until("ax", "scope", "read-write");
        Assert.Equal(HttpStatusCode.NoContent, (await again.Send(HttpMethod.Delete, "/api/session", null)).Status);
        await office.Editors.Until("ax", "closed", 4401);
    }
}
