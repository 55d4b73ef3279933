using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRealtime.Drafting;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>
/// Recorded keystrokes of real people (NOTICE), typed through the server by clients of both protocols, who hear each other
/// by it alone. What a newcomer is told and what the server reads for a submission are the text that the recording ends with.
/// </summary>
public sealed class TraceTests(DraftOffice office, ITestOutputHelper output) : IClassFixture<DraftOffice>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>For all turns together; a turn that is not heard ends the replay by itself, much sooner.</summary>
    private static readonly TimeSpan ReplayMax = TimeSpan.FromMinutes(20);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await office.Clear();

    /// <param name="name">The recording.</param>
    /// <param name="authors">Who type it; a recording of one person is typed by several in turn.</param>
    /// <param name="keys">Keystrokes in one update at most: a socket is read 50 updates a second.</param>
    [Theory]
    [InlineData("friendsforever", 2, 40)]
    [InlineData("rustcode", 4, 100)]
    public Task A_recorded_history_typed_by_its_authors_ends_with_its_text(string name, int authors, int keys) => Replay(name, authors, keys);

    [Theory(Explicit = true)]
    [InlineData("friendsforever", 2, 4)]
    [InlineData("rustcode", 4, 10)]
    public Task A_recorded_history_typed_in_small_steps_ends_with_its_text(string name, int authors, int keys) => Replay(name, authors, keys);

    private async Task Replay(string name, int authors, int keys)
    {
        // Before anybody is connected: it keeps the clients' process from answering pings for longer than a server waits.
        var file = Path.Combine(Editors.Root, "tests/Yjs/traces", name + ".json.gz");
        await office.Editors.Do("prepare", new() { ["file"] = file, ["keys"] = keys, ["authors"] = authors }, ReplayMax);
        var document = await office.Compose();
        var names = Enumerable.Range(0, authors).Select(author => $"a{author}x").ToList();
        foreach (var (place, author) in names.Index())
        {
            await office.Open(author, place % 2 == 0 ? DraftOffice.Hocuspocus : DraftOffice.Websocket, People[place % People.Length], document);
            await office.Editors.Until(author, "synced");
        }

        var updates = await office.Editors.Do("replay", new() { ["names"] = names }, ReplayMax);
        await office.Open("late", DraftOffice.Hocuspocus, DraftOffice.Colleague, document);
        await office.Editors.Until("late", "synced");
        await office.Editors.Until("late", "equal", max: Patience);
        var end = EndOf(file);
        Assert.Equal(end, (await office.Editors.Do("paragraph", new() { ["name"] = "late" })).GetString());
        foreach (var author in names)
            Assert.Empty((await office.Editors.State(author)).GetProperty("closes").EnumerateArray());

        var clerk = await office.Enter(DraftOffice.Author);
        await clerk.Post($"/api/documents/{document}/submit");
        var view = await clerk.Get<JsonElement>($"/api/documents/{document}");
        Assert.Equal(end, TextOf(view.GetProperty("content").GetString()!));
        output.WriteLine($"{name}: {updates} updates by {authors} authors; {end.Length} letters");
    }

    private static string[] People => [DraftOffice.Author, DraftOffice.Colleague];

    private static string EndOf(string path)
    {
        using var file = File.OpenRead(path);
        using var trace = JsonDocument.Parse(new GZipStream(file, CompressionMode.Decompress));
        return trace.RootElement.GetProperty("endContent").GetString()!;
    }

    /// <summary>The letters of the one paragraph.</summary>
    private static string TextOf(string content)
    {
        var paragraph = Assert.Single(JsonNode.Parse(content)!["content"]!.AsArray())!;
        return string.Concat(paragraph["content"]!.AsArray().Select(run => (string)run!["text"]!));
    }
}
