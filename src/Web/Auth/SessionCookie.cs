using System.Buffers.Text;
using System.Security.Cryptography;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// The one cookie: <c>__Host-pr</c>, Secure, HttpOnly, SameSite=Strict, Path=/. Browsers refuse that prefix on plain HTTP, so
/// on plain HTTP that never leaves this machine it is <c>pr</c> without Secure.
/// </summary>
public sealed class SessionCookie(NodeSettings settings)
{
    private const int TokenBytes = 32;

    /// <summary>The cookie's name on this node.</summary>
    public string Name => settings.UsesSecureCookies ? "__Host-pr" : "pr";

    /// <summary>A new token: 256 random bits, base64url.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>The session that the request names; null when it names none.</summary>
    public SessionKey? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var token) && token.Length > 0 ? SessionKey.OfToken(token) : null;

    public void Write(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options(SessionLimits.LifeMax));

    public void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options(maxAge: null));

    private CookieOptions Options(TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        Secure = settings.UsesSecureCookies,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        MaxAge = maxAge,
        IsEssential = true,
    };
}
