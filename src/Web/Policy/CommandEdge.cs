using System.Security.Cryptography;
using System.Text;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Policy;

/// <summary>Makes the context of a command from a request.</summary>
public static class CommandEdge
{
    private const string KeyHeader = "Idempotency-Key";

    /// <summary>Set to 1 by a client that repeats a command whose outcome it does not know.</summary>
    private const string SentBeforeHeader = "X-Sent-Before";

    private const int SmallBodyBytesMax = 64 * 1024;

    /// <summary>
    /// The context with SHA-256 over method, path, query and body. The body is read whole and can be read again.
    /// Refuses CommandIdMissing.
    /// </summary>
    public static async Task<Outcome<CommandContext>> ContextOf(HttpContext http, Actor actor)
    {
        if (KeyOf(http.Request) is not { } id)
            return RefusalCode.CommandIdMissing;
        var request = http.Request;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        if (request.ContentLength is <= SmallBodyBytesMax and var length)
        {
            // Most commands are small: in memory, without the stream that may spill to a file. The server ends a body at
            // its announced length, so this is all of it.
            var body = new byte[length];
            await request.Body.ReadExactlyAsync(body, http.RequestAborted);
            hash.AppendData(body);
            request.Body = new MemoryStream(body, writable: false);
        }
        else
        {
            request.EnableBuffering();
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
                hash.AppendData(buffer, 0, read);
            request.Body.Position = 0;
        }

        return new CommandContext(new CommandKey(actor.Official, id), [.. hash.GetHashAndReset()], actor, IsRepetition(request));
    }

    /// <summary>The context of a request whose body was hashed on its way elsewhere, such as an upload.</summary>
    public static Outcome<CommandContext> ContextOf(HttpContext http, Actor actor, byte[] bodyHash) =>
        KeyOf(http.Request) is { } id
            ? new CommandContext(new CommandKey(actor.Official, id), [.. bodyHash], actor, IsRepetition(http.Request))
            : RefusalCode.CommandIdMissing;

    /// <summary>Whether the request names its command: asked before a body is read that would be read in vain.</summary>
    public static bool NamesCommand(HttpRequest request) => KeyOf(request) is not null;

    private static bool IsRepetition(HttpRequest request) => request.Headers[SentBeforeHeader] == "1";

    private static CommandId? KeyOf(HttpRequest request) =>
        Guid.TryParseExact(request.Headers[KeyHeader], "D", out var id) && id != Guid.Empty ? new CommandId(id) : null;
}
