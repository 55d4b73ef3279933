using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Directive;

/// <summary>What the centre's clerk does with a directive, screen by screen.</summary>
internal static class Drafting
{
    /// <summary>The file that the directive carries.</summary>
    public const string FileName = "kế hoạch ứng phó.pdf";

    private const int FileBytes = 4_000_000;

    /// <summary>Writes it and submits it; the draft is then with the leader.</summary>
    public static async Task Submit(Person clerk, string about)
    {
        await clerk.Open("/compose");
        await clerk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(Words.Of("compose.type")) }).ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Option, new() { Name = "Chỉ thị", Exact = true }).ClickAsync();
        await clerk.Field("compose.abstract").FillAsync(about);
        await clerk.Field("compose.body").FillAsync("Yêu cầu các địa phương thực hiện.");
        await Attach(clerk);
        await clerk.Button("acts.submit.verb").ClickAsync();
        await clerk.Page.WaitForURLAsync("**/documents/**");
    }

    /// <summary>
    /// Attaches a file over a slow line: its share is shown, and until it is up the draft is not submitted without it.
    /// </summary>
    private static async Task Attach(Person clerk)
    {
        var line = await clerk.Page.Context.NewCDPSessionAsync(clerk.Page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions", Slow(FileBytes));
        await clerk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = FileName, MimeType = "application/pdf", Buffer = File() });
        var progress = clerk.Page.GetByRole(AriaRole.Progressbar, new() { Name = FileName });
        await Assertions.Expect(progress).ToBeVisibleAsync();
        await Assertions.Expect(progress).Not.ToHaveAttributeAsync("aria-valuenow", "0");
        await Assertions.Expect(clerk.Page.GetByText(Words.Pattern("compose.uploadsRunningNew"))).ToBeVisibleAsync();
        // The button says that it waits; who presses it all the same sends nothing.
        await clerk.Button("acts.submit.verb").ClickAsync(new() { Force = true });
        await Assertions.Expect(progress).ToBeVisibleAsync();
        await clerk.Photograph("uploading");
        await line.SendAsync("Network.emulateNetworkConditions", Slow(-1));
        await Assertions.Expect(progress).ToBeHiddenAsync(new() { Timeout = 90_000 });
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Img, new() { Name = Words.Of("compose.uploaded") })).ToBeVisibleAsync();
        await line.DetachAsync();
    }

    /// <summary>So many bytes leave in about a minute; -1 for no limit.</summary>
    private static Dictionary<string, object> Slow(int bytes) => new(StringComparer.Ordinal)
    {
        ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = bytes < 0 ? -1 : bytes / 60,
    };

    private static byte[] File()
    {
        var file = new byte[FileBytes];
        System.Text.Encoding.ASCII.GetBytes("%PDF-1.7\n").CopyTo(file, 0);
        return file;
    }

    /// <summary>Number, then seal; leaves the document open.</summary>
    public static async Task NumberAndSeal(Person clerk, string about)
    {
        await clerk.Open("/inbox/toNumber");
        await clerk.Row(about).ClickAsync();
        await clerk.Act("number");
        await clerk.Act("seal");
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Toolbar, new() { Name = Words.Of("documents.actions") })
            .GetByRole(AriaRole.Button, new() { Name = Words.Of("acts.issue.verb") })).ToBeVisibleAsync();
    }

    /// <summary>Issues the open document to every commune; leaves the board open.</summary>
    public static async Task IssueToAllCommunes(Person clerk)
    {
        await clerk.Act("issue");
        await clerk.Page.Locator("[data-selector=communes] input[type=checkbox]").CheckAsync();
        await clerk.Button("compose.issue").ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { NameRegex = Words.Pattern("compose.send") }).ClickAsync();
        await clerk.Page.WaitForURLAsync("**/board");
    }

    /// <summary>A directive to these recipients, from the first word to the button, without the screen; its id.</summary>
    public static Task<Guid> Issue(Person clerk, Person leader, string about, params string[] recipients) =>
        IssueAs("normal", clerk, leader, about, recipients);

    /// <summary>The same, of another urgency.</summary>
    public static async Task<Guid> IssueAs(string urgency, Person clerk, Person leader, string about, params string[] recipients)
    {
        var document = await Compose(urgency, clerk, about);
        await leader.Command($"/api/documents/{document}/clear");
        await SignAndSeal(clerk, leader, document);
        var choice = new { recipients, except = Array.Empty<string>() };
        var units = (await clerk.Command("/api/recipients/preview", choice)).GetProperty("units").GetInt32();
        await clerk.Command($"/api/documents/{document}/issue", new { choice.recipients, choice.except, confirmUnits = units });
        return document;
    }

    /// <summary>A directive that the leader has before him, without the screen; its id.</summary>
    public static Task<Guid> Review(Person clerk, string about) => Compose("normal", clerk, about);

    /// <summary>From a cleared text to one that can be issued, without the screen.</summary>
    public static async Task SignAndSeal(Person clerk, Person leader, Guid document)
    {
        await leader.Command($"/api/documents/{document}/sign", new { password = leader.Password, capacity = "inPerson" });
        await clerk.Command($"/api/documents/{document}/number");
        await clerk.Command($"/api/documents/{document}/seal");
    }

    private static async Task<Guid> Compose(string urgency, Person clerk, string about)
    {
        var draft = new { type = "CT", @abstract = about, body = about, urgency, secrecy = "normal", files = Array.Empty<string>() };
        var document = (await clerk.Command("/api/documents", draft)).GetProperty("stream").GetGuid();
        await clerk.Command($"/api/documents/{document}/submit");
        return document;
    }
}
