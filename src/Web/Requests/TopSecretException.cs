using System.Text.Json;

namespace PartyRealtime.Web.Requests;

/// <summary>A request called something top secret: reading it ends there, and nothing of it is kept.</summary>
public sealed class TopSecretException : JsonException
{
    public TopSecretException()
    {
    }

    public TopSecretException(string message)
        : base(message)
    {
    }

    public TopSecretException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
