using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>
/// One person's calls, with the person's cookie. All people share one pool of connections. Of several nodes one is used
/// until it does not answer; then the next.
/// </summary>
public sealed class Api(HttpClient http, IReadOnlyList<Uri> targets, int first, string? cookie)
{
    private readonly int _first = first;
    private int _turn = first;

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private const int SendsMax = 5;
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ReadMax = TimeSpan.FromMinutes(1);

    /// <summary>The Cookie header, as given or as set by the last answer.</summary>
    public string? Cookie { get; private set; } = cookie;

    /// <summary>The node that is used now.</summary>
    public Uri Target => targets[_turn % targets.Count];

    /// <summary>Goes on to the next node, if that is still the one in use; nothing changes where there is only one.</summary>
    public void Leave(Uri target)
    {
        if (Target == target)
            _turn++;
    }

    /// <summary>Goes back to the node that it began with; false where that is the one in use.</summary>
    public bool Return()
    {
        var left = Target;
        _turn = _first;
        return Target != left;
    }

    /// <summary>The pool: cookies are the caller's, answers take at most 30 seconds unless another bound is given.</summary>
    public static HttpClient Pool(TimeSpan? answerMax = null) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = 512,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        ConnectTimeout = TimeSpan.FromSeconds(2),
    })
    {
        Timeout = answerMax ?? TimeSpan.FromSeconds(30),
    };

    public Task<Reply<T>> Get<T>(string path, CancellationToken cancellation)
        where T : class => Send<T>(HttpMethod.Get, path, body: null, key: null, seat: null, cancellation);

    /// <summary>
    /// What the run cannot do without: read again, at the next node, while one does not answer or cannot say, for a minute
    /// at most. Not for what is measured.
    /// </summary>
    public async Task<T> Read<T>(string path, CancellationToken cancellation)
        where T : class
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var target = Target;
            var reply = await Get<T>(path, cancellation);
            if (!reply.MayBeSentAgain || Stopwatch.GetElapsedTime(began) > ReadMax)
                return reply.Required(path);
            Leave(target);
            await Task.Delay(reply.RetryAfter ?? RetryPause, cancellation);
        }
    }

    /// <summary>
    /// A command under an id of its own. When the outcome is unknown (no answer, or the server says so) the same command
    /// is sent again under the same id, as a browser does; a busy server's pause is kept.
    /// </summary>
    public async Task<Reply<T>> Command<T>(HttpMethod method, string path, object body, CancellationToken cancellation, int? seat = null)
        where T : class
    {
        var key = Guid.NewGuid();
        for (var sends = 1; ; sends++)
        {
            var reply = await SendOnce<T>(method, path, body, key, cancellation, seat, sends > 1);
            if (reply.IsOk || sends == SendsMax || !reply.MayBeSentAgain)
                return reply;
            if (targets.Count == 1 || reply.Status is not null)
                await Task.Delay(reply.RetryAfter ?? RetryPause, cancellation);
        }
    }

    /// <summary>
    /// A command under this id, sent once. A node that did not answer, or is leaving, is not asked again. Who repeats one says
    /// so: a refusal is then final for every copy of it that may still be on its way.
    /// </summary>
    public async Task<Reply<T>> SendOnce<T>(
        HttpMethod method, string path, object body, Guid key, CancellationToken cancellation, int? seat = null, bool sentBefore = false)
        where T : class
    {
        var target = Target;
        var reply = await Send<T>(method, path, body, key, seat, cancellation, sentBefore);
        if (!reply.IsOk && reply.Status is null or HttpStatusCode.ServiceUnavailable)
            Leave(target);
        return reply;
    }

    private async Task<Reply<T>> Send<T>(HttpMethod method, string path, object? body, Guid? key, int? seat, CancellationToken cancellation, bool sentBefore = false)
        where T : class
    {
        var target = Target;
        using var request = new HttpRequestMessage(method, new Uri(target, path));
        if (Cookie is not null)
            request.Headers.Add("Cookie", Cookie);
        request.Headers.Add("Origin", target.GetLeftPart(UriPartial.Authority));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key.Value.ToString("D"));
        if (sentBefore)
            request.Headers.Add("X-Sent-Before", "1");
        if (seat is not null)
            request.Headers.Add("X-Acting-Seat", seat.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (body is not null)
        {
            // With its length, as browsers send it; JsonContent would come in chunks.
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), WireJson.Options));
            request.Content.Headers.ContentType = Json;
        }

        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return await Read<T>(response, cancellation);
        }
        catch (Exception gone) when (gone is HttpRequestException or SocketException)
        {
            return new Reply<T>(null, null, "noAnswer", null);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Reply<T>(null, null, "noAnswer", null);
        }
    }

    private async Task<Reply<T>> Read<T>(HttpResponseMessage response, CancellationToken cancellation)
        where T : class
    {
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            Cookie = string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0]));
        if (response.IsSuccessStatusCode)
        {
            var value = response.StatusCode == HttpStatusCode.NoContent || typeof(T) == typeof(object)
                ? new object() as T
                : await response.Content.ReadFromJsonAsync<T>(WireJson.Options, cancellation);
            return new Reply<T>(response.StatusCode, value, null, null);
        }

        string? code = null;
        if (response.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            using var problem = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            code = problem.RootElement.TryGetProperty("code", out var named) ? named.GetString() : null;
        }

        return new Reply<T>(response.StatusCode, null, code ?? response.StatusCode.ToString(), response.Headers.RetryAfter?.Delta);
    }
}
