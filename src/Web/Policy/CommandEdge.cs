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
        // Most commands are small: in memory, without the stream that may spill to a file.
        if (request.ContentLength is <= SmallBodyBytesMax)
            request.Body = await InMemory(request.Body, (int)request.ContentLength, http.RequestAborted);
        else
            request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        if (request.Body is MemoryStream small)
        {
            hash.AppendData(small.GetBuffer(), 0, (int)small.Length);
        }
        else
        {
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
                hash.AppendData(buffer, 0, read);
            request.Body.Position = 0;
        }

        return new CommandContext(new CommandKey(actor.Official, id), [.. hash.GetHashAndReset()], actor);
    }

    /// <summary>The context of a request whose body was hashed on its way elsewhere, such as an upload.</summary>
    public static Outcome<CommandContext> ContextOf(HttpContext http, Actor actor, byte[] bodyHash) =>
        KeyOf(http.Request) is { } id
            ? new CommandContext(new CommandKey(actor.Official, id), [.. bodyHash], actor)
            : RefusalCode.CommandIdMissing;

    /// <summary>The server ends a body at its announced length, so this is all of it.</summary>
    private static async Task<MemoryStream> InMemory(Stream body, int bytes, CancellationToken cancellation)
    {
        var buffer = new byte[bytes];
        await body.ReadExactlyAsync(buffer, cancellation);
        return new MemoryStream(buffer, 0, bytes, writable: false, publiclyVisible: true);
    }

    private static CommandId? KeyOf(HttpRequest request) =>
        Guid.TryParseExact(request.Headers[KeyHeader], "D", out var id) && id != Guid.Empty ? new CommandId(id) : null;
}
