using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.Processes;
using PartyRealtime.Storage.Organisation.Seeding;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>
/// A server that is killed and started again on one data folder, and people whose commands are sent again under the
/// same id until they are answered. Everything acknowledged is remembered by the test, not by the server.
/// </summary>
internal sealed class Office : IAsyncDisposable
{
    private static readonly TimeSpan AnsweredMax = TimeSpan.FromMinutes(2);

    /// <summary>Who was told that there is too much to do leaves the server time for it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string[] _options;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) });
    private volatile TaskCompletionSource<ServerProcess> _up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Office(string data, string[] options) => (Data, _options) = (data, options);

    public string Data { get; }

    /// <summary>The server that runs now.</summary>
    public ServerProcess Server => _up.Task.Result;

    /// <summary>Where the server is that runs now, or the next one once it does.</summary>
    public async Task<Uri> Url() => (await _up.Task).Url;

    /// <summary>The password that all demo accounts share; it stays over restarts.</summary>
    public string DemoPassword { get; private set; } = "";

    /// <summary>Whether this server has been killed.</summary>
    public bool IsDown(ServerProcess server) => !_up.Task.IsCompletedSuccessfully || _up.Task.Result != server;

    /// <summary>On a data folder of its own, with the smallest organisation.</summary>
    public static Task<Office> Open(params string[] options) => Of(OrganisationSize.S1, options);

    /// <summary>On a data folder of its own, with an organisation of this size.</summary>
    public static async Task<Office> Of(OrganisationSize size, params string[] options) => await On(await Grown.Folder(size), options);

    /// <summary>On a data folder that is there, which is deleted in the end.</summary>
    public static async Task<Office> On(string data, params string[] options)
    {
        var office = new Office(data, options);
        await office.Start();
        return office;
    }

    public async Task Start()
    {
        var server = await ServerProcess.Start(Data, _options);
        DemoPassword = server.DemoPassword;
        _up.SetResult(server);
    }

    /// <summary>kill -9; requests in flight break off, later ones wait for the next start.</summary>
    public async Task Kill()
    {
        var server = await _up.Task;
        _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await server.Kill();
        await server.DisposeAsync();
    }

    /// <summary>Signs in; the cookie outlives kills, as the session does.</summary>
    public async Task<string> SignIn(string name)
    {
        var server = await _up.Task;
        using var answer = await _http.Answered(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, "/api/session"));
            request.Headers.Add("Origin", server.Url.GetLeftPart(UriPartial.Authority));
            request.Content = JsonContent.Create(new { signIn = name, password = server.DemoPassword });
            return request;
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Said());
        return answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    /// <summary>Sends once; null when the line broke or the server said that the outcome is unknown or the store away.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)?> Send(string cookie, string path, HttpContent content, Guid id)
    {
        var server = await _up.Task;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, path)) { Content = content };
        request.Headers.Add("Origin", server.Url.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Idempotency-Key", id.ToString());
        if (content is ByteArrayContent && path == "/api/files")
            request.Headers.Add("X-File-Name", "van-ban.pdf");
        try
        {
            using var answer = await _http.SendAsync(request);
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
                return null;
            var text = await answer.Content.ReadAsStringAsync();
            return (answer.StatusCode, JsonDocument.Parse(text).RootElement.Clone());
        }
        catch (Exception broken) when (broken.IsNoAnswer() || broken is JsonException)
        {
            return null;
        }
    }

    /// <summary>Sends the same command under the same id, through kills and restarts, until it is acknowledged.</summary>
    public async Task<JsonElement> Until(string cookie, string path, Func<HttpContent> content)
    {
        var id = Guid.NewGuid();
        using var limit = new CancellationTokenSource(AnsweredMax);
        while (!limit.IsCancellationRequested)
        {
            if (await Send(cookie, path, content(), id) is not { } answer)
            {
                await NoteTraffic.For(Pause);
                continue;
            }

            Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {(int)answer.Status} {answer.Body}");
            return answer.Body;
        }

        throw new TimeoutException($"{path} was not acknowledged within {AnsweredMax}.");
    }

    public Task<JsonElement> Until(string cookie, string path, object? body = null) =>
        Until(cookie, path, () => JsonContent.Create(body ?? new { }));

    public async Task<byte[]> Download(string cookie, string path)
    {
        var server = await _up.Task;
        using var answer = await _http.Answered(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, path));
            request.Headers.Add("Cookie", cookie);
            return request;
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Said());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_up.Task.IsCompletedSuccessfully)
            await _up.Task.Result.DisposeAsync();
        _http.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
    }
}
