using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PartyRealtime.Web.Auth;

/// <summary>A session as this server knows it: SHA-256 of its token, in hexadecimal. It opens nothing.</summary>
public readonly record struct SessionKey(string Hex)
{
    /// <summary>The key of a token as the cookie carries it.</summary>
    public static SessionKey OfToken(string token) => Of(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static SessionKey Of(byte[] id) => new(Convert.ToHexStringLower(id));

    /// <summary>The key as the tables keep it.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Hex);

    public ImmutableArray<byte> ToImmutable() => [.. ToBytes()];
}
