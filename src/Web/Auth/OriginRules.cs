using PartyRealtime.Web.Hosting;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// Writes and WebSocket handshakes must come from our own pages: the Origin header, which browsers always send with
/// them and scripts cannot set, must name an origin that this node is reached by.
/// </summary>
internal static class OriginRules
{
    /// <summary>
    /// Whether the request changes nothing or comes from an allowed origin. A handshake whose act needs no session may come
    /// without one: who sends no Origin is no browser, and there is no cookie that a foreign page could use.
    /// </summary>
    public static bool Allows(HttpRequest request, NodeSettings settings, bool needsSession)
    {
        var isHandshake = request.HttpContext.WebSockets.IsWebSocketRequest;
        if (isHandshake && !needsSession && request.Headers.Origin.Count == 0)
            return true;
        if (!isHandshake && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)))
            return true;
        if (request.Headers.Origin is not [{ } text] || !Uri.TryCreate(text, UriKind.Absolute, out var origin))
            return false;
        return settings.Origins.IsEmpty ? IsOwn(origin, request, settings) : settings.Origins.Any(allowed => IsSame(allowed, origin));
    }

    /// <summary>
    /// Reached directly: the origin is the address that the request was sent to. On loopback that address must be a
    /// loopback name, or a foreign name that was pointed at this machine would pass.
    /// </summary>
    private static bool IsOwn(Uri origin, HttpRequest request, NodeSettings settings)
    {
        if (!Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own) || !IsSame(own, origin))
            return false;
        return !settings.IsLoopbackOnly || NodeSettings.IsLoopbackName(origin);
    }

    private static bool IsSame(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
