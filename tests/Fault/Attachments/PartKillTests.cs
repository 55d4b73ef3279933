using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Attachments;

/// <summary>Uploads in parts whose server is killed between and within the parts.</summary>
public sealed class PartKillTests(ITestOutputHelper output)
{
    private const int Uploads = 6;

    private const int UploadBytes = 6_000_000;

    private const int PartBytes = 300_000;

    private const int Kills = 8;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    private long _acknowledged;
    private long _sent;

    [Fact]
    public async Task An_upload_goes_on_from_what_was_acknowledged_through_kills_and_is_the_file_that_was_sent()
    {
        var dice = new Dice();
        await using var office = await Office.Open();
        var clerk = await office.SignIn("clerk.tw");
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) });
        var contents = Enumerable.Range(0, Uploads).Select(_ => (byte[])[.. "%PDF-1.7\n"u8, .. dice.Bytes(UploadBytes)]).ToList();
        var working = Task.WhenAll(contents.Select(content => new Line(office, http, clerk, content, this).Run()));
        for (var kill = 0; kill < Kills && !working.IsCompleted; kill++)
        {
            var enough = Interlocked.Read(ref _acknowledged) + dice.Between(1, Uploads * UploadBytes / (Kills + 2));
            using var timer = new PeriodicTimer(Look);
            while (Interlocked.Read(ref _acknowledged) < enough && !working.IsCompleted)
                await timer.WaitForNextTickAsync();
            await office.Kill();
            await office.Start();
        }

        await working;
        foreach (var content in contents)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(office.Data, "files", hash[..2], hash)));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_sent:N0} bytes were sent for {contents.Sum(content => content.Length):N0}"));
        // Each kill costs each upload the one part that was on its way, and no more.
        Assert.InRange(_sent, 0, contents.Sum(content => content.Length) + (long)Kills * Uploads * PartBytes);
    }

    /// <summary>One upload, as a client that knows only what it was answered.</summary>
    private sealed class Line(Office office, HttpClient http, string cookie, byte[] content, PartKillTests test)
    {
        private readonly string _hash = Convert.ToHexStringLower(SHA256.HashData(content));

        public async Task Run()
        {
            var path = (await Until(() => Request(HttpMethod.Post, "/api/uploads", request =>
            {
                request.Headers.Add("Upload-Length", content.Length.ToString(CultureInfo.InvariantCulture));
                request.Headers.Add("Upload-Metadata", $"filename {Base64("a.pdf")},sha256 {Base64(_hash)}");
            }))).Location!;
            long offset = 0;
            while (offset < content.Length)
            {
                if (await Part(path, offset) is { } next)
                {
                    Assert.Equal(Math.Min(offset + PartBytes, content.Length), next);
                    Interlocked.Add(ref test._acknowledged, next - offset);
                    offset = next;
                    continue;
                }

                var stands = (await Until(() => Request(HttpMethod.Head, path))).Offset!.Value;
                Assert.InRange(stands, offset, Math.Min(offset + PartBytes, content.Length));
                offset = stands;
            }

            var id = Guid.NewGuid().ToString();
            var file = (await Until(() => Request(HttpMethod.Post, path + "/finish", request => request.Headers.Add("Idempotency-Key", id)))).Body;
            Assert.Equal(_hash, JsonDocument.Parse(file).RootElement.GetProperty("hash").GetString());
        }

        private async Task<long?> Part(string path, long offset)
        {
            var bytes = content.AsMemory((int)offset, (int)Math.Min(PartBytes, content.Length - offset));
            Interlocked.Add(ref test._sent, bytes.Length);
            var answer = await Once(() => Request(HttpMethod.Patch, path, request =>
            {
                request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
                request.Content = new ReadOnlyMemoryContent(bytes);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
            }));
            return answer?.Offset;
        }

        private async Task<(string? Location, long? Offset, string Body)> Until(Func<Task<HttpRequestMessage>> request)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (!limit.IsCancellationRequested)
            {
                if (await Once(request) is { } answer)
                    return answer;
            }

            throw new TimeoutException("An upload in parts was not answered.");
        }

        /// <summary>Null when the line broke or the server could not say.</summary>
        private async Task<(string? Location, long? Offset, string Body)?> Once(Func<Task<HttpRequestMessage>> make)
        {
            try
            {
                using var request = await make();
                using var answer = await http.SendAsync(request);
                if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict)
                    return null;
                Assert.True(answer.IsSuccessStatusCode, $"{request.Method} {request.RequestUri}: {(int)answer.StatusCode}");
                var offset = answer.Headers.TryGetValues("Upload-Offset", out var said) ? long.Parse(said.Single(), CultureInfo.InvariantCulture) : (long?)null;
                return (answer.Headers.Location?.ToString(), offset, await answer.Content.ReadAsStringAsync());
            }
            catch (Exception broken) when (broken.IsNoAnswer())
            {
                return null;
            }
        }

        private async Task<HttpRequestMessage> Request(HttpMethod method, string path, Action<HttpRequestMessage>? fill = null)
        {
            var url = await office.Url();
            var request = new HttpRequestMessage(method, new Uri(url, path));
            request.Headers.Add("Origin", url.GetLeftPart(UriPartial.Authority));
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("Tus-Resumable", "1.0.0");
            fill?.Invoke(request);
            return request;
        }

        private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }
}
