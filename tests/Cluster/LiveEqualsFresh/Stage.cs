using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Nodes;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>
/// A node with its cast: each person has a device that watches. Acts go through here, so that after each of them all
/// devices are compared with a fresh read.
/// </summary>
internal sealed partial class Stage : IAsyncDisposable
{
    private readonly Dictionary<string, Watcher> _watchers = [];

    private readonly IAsyncDisposable _whole;

    private Stage(OfficeNode node, IAsyncDisposable whole) => (Node, _whole) = (node, whole);

    public OfficeNode Node { get; }

    /// <summary>What the acts so far have called, as <see cref="IAction.Covers"/> names it.</summary>
    public HashSet<string> Called { get; } = [];

    public IEnumerable<Watcher> Watchers => _watchers.Values;

    /// <param name="node">Where the devices are.</param>
    /// <param name="whole">The node, or it and whatever it does not work without; ends with the stage.</param>
    /// <param name="cast">Who has a device.</param>
    public static async Task<Stage> Open(OfficeNode node, IAsyncDisposable whole, params string[] cast)
    {
        var stage = new Stage(node, whole);
        foreach (var signIn in cast)
            await stage.Join(signIn);
        return stage;
    }

    /// <summary>The device of a person in the cast.</summary>
    public Watcher Device(string signIn) => _watchers[signIn];

    public Person Person(string signIn) => _watchers[signIn].Person;

    /// <summary>A seat of this role that the person holds.</summary>
    public async Task<SeatId> Seat(string signIn, string role)
    {
        var me = await Person(signIn).Get<JsonElement>("/api/session");
        var seat = me.GetProperty("seats").EnumerateArray().First(seat => seat.GetProperty("role").GetString() == role);
        return new SeatId(seat.GetProperty("id").GetInt32());
    }

    /// <summary>Lets a person do one act and compares every device; the answer.</summary>
    /// <param name="signIn">Who.</param>
    /// <param name="endpoint">What, as <c>POST /api/documents/{id}/submit</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="values">For the parameters in braces, in their order.</param>
    public Task<JsonElement> Do(string signIn, string endpoint, object? body = null, params object[] values) =>
        Do(Person(signIn), endpoint, body, values);

    /// <summary>The same for somebody who is not of the cast.</summary>
    public async Task<JsonElement> Do(Person person, string endpoint, object? body = null, params object[] values)
    {
        var parts = endpoint.Split(' ');
        var next = 0;
        var path = Parameter().Replace(parts[1], _ => values[next++].ToString()!);
        var (status, answer) = await person.Send(new HttpMethod(parts[0]), path, body);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{person.SignIn}: {endpoint} → {status} {answer}");
        Called.Add(endpoint);
        await AssertLiveEqualsFresh(endpoint);
        return answer;
    }

    /// <summary>Calls a hub method on the person's connection.</summary>
    public async Task Invoke(string signIn, string method, params object?[] arguments)
    {
        // What opens something answers with a code where it is refused.
        Assert.Null(await Device(signIn).Hub.InvokeCoreAsync<string?>(method, arguments));
        Called.Add($"hub {method}");
    }

    public async Task AssertLiveEqualsFresh(string after)
    {
        foreach (var watcher in _watchers.Values)
            await watcher.AssertEqualsFresh(after);
    }

    public async Task<Watcher> Join(string signIn) =>
        _watchers[signIn] = await Watcher.Connect(await Node.Enter(signIn));

    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in _watchers.Values)
        {
            await watcher.DisposeAsync();
            watcher.Person.Dispose();
        }

        await _whole.DisposeAsync();
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
