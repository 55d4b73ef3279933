using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Nodes;
using PartyRealtime.Web.Live;
using PartyRealtime.Web.Policy;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>
/// Every endpoint and hub method of the running program × every role × every unit × things in every state, each answer
/// compared with what the model says.
/// </summary>
[Collection(OfficeCollection.Name)]
public sealed class GeneratedPolicyTests(Office office)
{
    /// <summary>Falls when endpoints vanish from the list that is walked; grows with the program.</summary>
    private const int EndpointsMin = 50;

    private static readonly string[] HubMethods =
    [
        nameof(LiveHub.WatchBoard), nameof(LiveHub.UnwatchBoard), nameof(LiveHub.WatchDocument), nameof(LiveHub.UnwatchDocument),
    ];

    [Fact]
    public void Every_endpoint_has_a_recipe()
    {
        var endpoints = Endpoints();
        Assert.InRange(endpoints.Count, EndpointsMin, 500);
        Assert.Equal(endpoints.Keys.Order(StringComparer.Ordinal), Recipes.All(office).Select(recipe => recipe.Endpoint).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_hub_method_is_asked() => Assert.Equal(
        HubMethods.Order(StringComparer.Ordinal),
        typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition() == method)
            .Select(method => method.Name)
            .Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_answer_to_everybody_about_everything_is_what_the_model_says()
    {
        var endpoints = Endpoints();
        var recipes = Recipes.All(office).ToList();
        var findings = new Findings();
        await Parallel.ForEachAsync(office.Players.Append(office.Nobody), async (player, _) =>
        {
            foreach (var recipe in recipes)
                await Judge(player, recipe, endpoints[recipe.Endpoint], findings);
        });
        findings.AssertNone();
        Assert.InRange(findings.Asked, 5_000, int.MaxValue);
        // A recipe that only ever meets one answer judges nothing.
        Assert.All(recipes.Where(recipe => !recipe.Changes), recipe => Assert.True(findings.Met(recipe.Endpoint, Verdict.Granted), recipe.Endpoint));
        Assert.All(recipes.Where(recipe => recipe.About is not null), recipe => Assert.True(
            findings.Met(recipe.Endpoint, Verdict.Missing) || findings.Met(recipe.Endpoint, Verdict.Alike), recipe.Endpoint));
        await AssertNothingChanged();
    }

    [Fact]
    public async Task What_the_model_grants_is_done()
    {
        var endpoints = Endpoints();
        var findings = new Findings();
        foreach (var recipe in Recipes.All(office).Where(recipe => recipe.Changes && recipe.About is not null))
        {
            foreach (var (thing, player) in Granted(recipe, endpoints[recipe.Endpoint]))
            {
                findings.Count(recipe.Endpoint, Verdict.Granted);
                var answer = await player.Send(recipe.Method, recipe.Ask(await thing.Again!()));
                if (answer.Status != 200)
                    findings.Add($"{player.Name}: {recipe.Endpoint} on {thing.Name} → {answer.Status} {answer.Code}, allowed");
            }
        }

        findings.AssertNone();
        Assert.InRange(findings.Asked, 15, 500);
    }

    [Fact]
    public Task A_board_is_watched_by_whom_the_model_lets_watch_it() =>
        JudgeWatches(Act.ReadBoard, nameof(LiveHub.WatchBoard), nameof(LiveHub.UnwatchBoard), Model.Board);

    [Fact]
    public Task A_page_is_watched_by_whom_the_model_lets_read_it() =>
        JudgeWatches(Act.ReadDocument, nameof(LiveHub.WatchDocument), nameof(LiveHub.UnwatchDocument), Model.Read);

    private async Task JudgeWatches(Act act, string watch, string unwatch, Func<Player, Thing, Verdict> model)
    {
        var findings = new Findings();
        await Parallel.ForEachAsync(office.Players, async (player, cancellation) =>
        {
            await using var hub = LiveLink.To(player.Person!);
            await hub.StartAsync(cancellation);
            var isAllowed = ActTable.Of(act).Allows(player.Actor);
            foreach (var thing in office.Documents)
            {
                var verdict = isAllowed ? model(player, thing) : Verdict.OtherRole;
                findings.Count("hub", verdict);
                var answer = await hub.InvokeAsync<string?>(watch, thing.DocumentId.ToString(), cancellation);
                var expected = verdict switch
                {
                    Verdict.Granted => null,
                    Verdict.OtherRole => "notYourRole",
                    _ => "notInScope",
                };
                if (answer != expected)
                    findings.Add($"{player.Name}: {watch} of {thing.Name} → {answer ?? "open"}, model {verdict}");
                await hub.InvokeAsync(unwatch, thing.DocumentId.ToString(), cancellation);
            }
        });
        findings.AssertNone();
        Assert.True(findings.Met("hub", Verdict.Granted) && findings.Met("hub", Verdict.OtherRole) && findings.Met("hub", Verdict.Missing));
    }

    [Fact]
    public async Task Signing_out_ends_own_sessions_only()
    {
        using var first = await office.Enter("clerk2.tw");
        using var second = await office.Enter("clerk2.tw");
        using var third = await office.Enter("clerk2.tw");
        Assert.Equal(204, (await first.Send(HttpMethod.Delete, new Call("/api/session"))).Status);
        Assert.Equal(401, (await first.Send(HttpMethod.Get, new Call("/api/session"))).Status);
        Assert.Equal(200, (await second.Send(HttpMethod.Get, new Call("/api/session"))).Status);
        Assert.Equal(204, (await second.Send(HttpMethod.Delete, new Call("/api/sessions"))).Status);
        Assert.Equal(401, (await third.Send(HttpMethod.Get, new Call("/api/session"))).Status);
        foreach (var player in office.Players)
            Assert.Equal(200, (await player.Send(HttpMethod.Get, new Call("/api/session"))).Status);
    }

    private async Task Judge(Player player, Recipe recipe, ActRule rule, Findings findings)
    {
        var things = recipe.About?.Invoke(office).ToList() ?? [];
        var stopped = Stopped(player, rule);
        // Asked of nothing in particular, an act that changes something would be done.
        if (stopped is null && recipe is { Changes: true, About: null })
            return;
        var missing = await player.Send(recipe.Method, recipe.Ask(Thing.Missing));
        if (stopped is { } code)
        {
            // Before the role is known to fit, nothing is looked at: one thing stands for all.
            foreach (var answer in things.Count == 0 ? [missing] : new[] { missing, await player.Send(recipe.Method, recipe.Ask(things[0])) })
                Compare(answer.Code == code && answer == missing, answer, code, "anything");
            return;
        }

        if (recipe.About is null)
            things = [Thing.Missing];
        foreach (var thing in things)
        {
            var verdict = recipe.Model(player, thing);
            if (verdict == Verdict.Granted && recipe.Changes)
                continue;
            findings.Count(recipe.Endpoint, verdict);
            var answer = await player.Send(recipe.Method, recipe.Ask(thing));
            Compare(IsRight(recipe, verdict, answer, missing), answer, verdict.ToString(), thing.Name);
            if (verdict == Verdict.Granted && answer.Status == 200 && recipe.Look?.Invoke(player, thing, answer) is { } wrong)
                findings.Add($"{player.Name}: {recipe.Endpoint} on {thing.Name} {wrong}");
        }

        void Compare(bool isRight, Answer answer, string expected, string about)
        {
            if (!isRight)
                findings.Add($"{player.Name}: {recipe.Endpoint} on {about} → {answer.Status} {answer.Code}, expected {expected}");
        }
    }

    /// <summary>What stops the person before the endpoint runs.</summary>
    private static string? Stopped(Player player, ActRule rule)
    {
        if (!rule.NeedsSession)
            return null;
        if (!player.IsSignedIn)
            return "signInRequired";
        return rule.Allows(player.Actor) ? null : "notYourRole";
    }

    private static bool IsRight(Recipe recipe, Verdict verdict, Answer answer, Answer missing) => verdict switch
    {
        Verdict.Missing => answer == missing && (answer.Status, answer.Code) == (404, "notInScope"),
        Verdict.Alike => answer.Status == 200 && (recipe.ByShape ? answer.Shape == missing.Shape : answer == missing),
        Verdict.OtherRole => (answer.Status, answer.Code) == (403, "notYourRole"),
        Verdict.NotNow => (answer.Status, answer.Code) == (409, "notAllowedNow"),
        _ when recipe.GrantedCode == Recipe.Anything => answer.Code is not ("signInRequired" or "notYourRole" or "notInScope"),
        _ when recipe.GrantedCode.Length > 0 => answer.Code == recipe.GrantedCode,
        _ => answer.Status is 200 or 204,
    };

    /// <summary>The endpoints of the program that runs, by method and route.</summary>
    private Dictionary<string, ActRule> Endpoints() => office.Node.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        // The client's page is there only where the client was built; it is a file that everybody may read.
        .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("{*path", StringComparison.Ordinal) != true)
        .ToDictionary(
            endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "POST"} /{endpoint.RoutePattern.RawText!.Trim('/')}",
            endpoint => endpoint.Metadata.GetMetadata<ActMetadata>()!.Rule);

    private IEnumerable<(Thing Thing, Player Player)> Granted(Recipe recipe, ActRule rule) =>
        from thing in recipe.About!(office)
        where thing.Again is not null
        from player in office.Players
        where rule.Allows(player.Actor) && recipe.Model(player, thing) == Verdict.Granted
        select (thing, player);

    /// <summary>Some hundred granted requests were refused for their fields alone: all things stand where they stood.</summary>
    private async Task AssertNothingChanged()
    {
        foreach (var thing in office.Documents)
        {
            var now = await office.Load(thing.Name, thing.DocumentId, thing.Hash);
            Assert.Equal((thing.Name, thing.Document!.Position, thing.Document.State), (now.Name, now.Document!.Position, now.Document.State));
            Assert.Equal(
                thing.Deliveries.Select(delivery => (delivery.Row.Id, delivery.Row.Position, delivery.Row.State)),
                now.Deliveries.Select(delivery => (delivery.Row.Id, delivery.Row.Position, delivery.Row.State)));
        }
    }
}
