using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.Nodes;

/// <summary>Makes a person's live connection with the real client.</summary>
public static class LiveLink
{
    /// <summary>A connection that is not started yet, over JSON unless MessagePack is asked for.</summary>
    public static HubConnection To(Person person, bool messagePack = false, string? origin = null)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(person.Node.Url, "/live"), http =>
        {
            http.Cookies.Add(person.Session);
            http.Headers["Origin"] = origin ?? person.Node.Url.GetLeftPart(UriPartial.Authority);
        });
        if (messagePack)
            builder.AddMessagePackProtocol();
        else
            builder.AddJsonProtocol(json => WireJson.Apply(json.PayloadSerializerOptions));
        var hub = builder.Build();
        hub.ServerTimeout = TimeSpan.FromSeconds(15);
        hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
        return hub;
    }
}
