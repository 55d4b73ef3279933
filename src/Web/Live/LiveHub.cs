using Microsoft.AspNetCore.SignalR;

namespace PartyRealtime.Web.Live;

public sealed class LiveHub : Hub<ILiveClient>;
