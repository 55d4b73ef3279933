using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PartyRealtime.Nodes;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>Sends what no client of ours would send.</summary>
internal static class Sender
{
    /// <summary>Text as it stands, under a command id.</summary>
    public static Task<(HttpStatusCode Status, JsonElement Answer)> Raw(
        this Person person, HttpMethod method, string path, string? text, Guid? id = null) =>
        person.Dispatch(method, path, text is null ? null : new StringContent(text, Encoding.UTF8, "application/json"), id);

    /// <summary>A file under a name as it stands in the header.</summary>
    public static Task<(HttpStatusCode Status, JsonElement Answer)> Upload(this Person person, string? header, byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return person.Dispatch(HttpMethod.Post, "/api/files", body, null, header);
    }

    /// <summary>Asserts the refusal and the field it names; and that nothing of the server's inside is told.</summary>
    public static void IsRefused(this (HttpStatusCode Status, JsonElement Answer) answer, int status, string code, string? field = null)
    {
        Assert.Equal((status, code), ((int)answer.Status, answer.Answer.GetProperty("code").GetString()));
        var named = answer.Answer.TryGetProperty("fields", out var fields) ? fields[0].GetProperty("field").GetString() : null;
        Assert.Equal(field, named);
        var text = answer.Answer.GetRawText();
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain(".cs:", text, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> Dispatch(
        this Person person, HttpMethod method, string path, HttpContent? content, Guid? id, string? fileName = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = person.Node.Url };
        using var request = new HttpRequestMessage(method, path) { Content = content };
        // A body over the limit is refused before it is sent; without this the answer races with a broken line.
        request.Headers.ExpectContinue = true;
        request.Headers.Add("Cookie", $"{person.Session.Name}={person.Session.Value}");
        request.Headers.Add("Origin", person.Node.Url.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Idempotency-Key", (id ?? Guid.NewGuid()).ToString());
        if (fileName is not null)
            request.Headers.TryAddWithoutValidation("X-File-Name", fileName);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
    }
}
