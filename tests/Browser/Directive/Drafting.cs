using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Directive;

/// <summary>What the centre's clerk does with a directive, screen by screen.</summary>
internal static class Drafting
{
    /// <summary>Writes it and submits it; the draft is then with the leader.</summary>
    public static async Task Submit(Person clerk, string about)
    {
        await clerk.Open("/compose");
        await clerk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(Words.Of("compose.type")) }).ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Option, new() { Name = "Chỉ thị", Exact = true }).ClickAsync();
        await clerk.Field("compose.abstract").FillAsync(about);
        await clerk.Field("compose.body").FillAsync("Yêu cầu các địa phương thực hiện.");
        await clerk.Button("acts.submit.verb").ClickAsync();
        await clerk.Page.WaitForURLAsync("**/documents/**");
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
        var draft = new { type = "CT", @abstract = about, body = about, urgency, secrecy = "normal", files = Array.Empty<string>() };
        var document = (await clerk.Command("/api/documents", draft)).GetProperty("stream").GetGuid();
        await clerk.Command($"/api/documents/{document}/submit");
        await leader.Command($"/api/documents/{document}/clear");
        await leader.Command($"/api/documents/{document}/sign", new { password = leader.Password, capacity = "inPerson" });
        await clerk.Command($"/api/documents/{document}/number");
        await clerk.Command($"/api/documents/{document}/seal");
        var choice = new { recipients, except = Array.Empty<string>() };
        var units = (await clerk.Command("/api/recipients/preview", choice)).GetProperty("units").GetInt32();
        await clerk.Command($"/api/documents/{document}/issue", new { choice.recipients, choice.except, confirmUnits = units });
        return document;
    }
}
