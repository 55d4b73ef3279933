using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PartyRealtime.Nodes;

/// <summary>A person's upload in parts, spoken as tus 1.0.0.</summary>
public sealed class PersonUpload
{
    private readonly Person _person;

    private PersonUpload(Person person, string path) => (_person, Path) = (person, path);

    /// <summary>Where the server has it.</summary>
    public string Path { get; }

    /// <summary>Begins an upload that must be taken.</summary>
    public static async Task<PersonUpload> Begin(Person person, string name, byte[] content)
    {
        var begun = await Ask(person, name, content.Length.ToString(CultureInfo.InvariantCulture), HashOf(content));
        return begun.Path is { } path ? new PersonUpload(person, path) : throw new InvalidOperationException($"{begun.Status} {begun.Answer}");
    }

    /// <summary>Asks for an upload; its path where it is taken.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Answer, string? Path)> Ask(Person person, string name, string size, string hash)
    {
        using var request = Request(HttpMethod.Post, "/api/uploads");
        request.Headers.TryAddWithoutValidation("Upload-Length", size);
        request.Headers.TryAddWithoutValidation("Upload-Metadata", $"filename {Base64(name)},sha256 {Base64(hash)}");
        using var answer = await person.Send(request);
        return (answer.StatusCode, await JsonOf(answer), answer.Headers.Location?.ToString());
    }

    /// <summary>The same upload, asked for by somebody else or over another node.</summary>
    public PersonUpload By(Person person) => new(person, Path);

    /// <summary>How many bytes the server has; null when there is no such upload.</summary>
    public async Task<long?> Offset()
    {
        using var request = Request(HttpMethod.Head, Path);
        using var answer = await _person.Send(request);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        answer.EnsureSuccessStatusCode();
        return long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> Part(long offset, byte[] bytes)
    {
        using var request = Request(HttpMethod.Patch, Path);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        using var answer = await _person.Send(request);
        return (answer.StatusCode, await JsonOf(answer));
    }

    public Task<(HttpStatusCode Status, JsonElement Answer)> Finish(Guid? id = null) => _person.Post($"{Path}/finish", null, id);

    public async Task<(HttpStatusCode Status, JsonElement Answer)> Remove()
    {
        using var request = Request(HttpMethod.Delete, Path);
        using var answer = await _person.Send(request);
        return (answer.StatusCode, await JsonOf(answer));
    }

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        return request;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<JsonElement> JsonOf(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }
}
