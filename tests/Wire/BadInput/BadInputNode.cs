using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Web.Auth;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>One node for everything that is sent and should not have been.</summary>
public sealed class BadInputNode : IAsyncLifetime
{
    public OfficeNode Node { get; private set; } = null!;

    internal Papers Papers { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Node = await OfficeNode.Start(new SqliteDatabase(), services => services.Replace(ServiceDescriptor.Singleton<IPasswordCheck, KnownPassword>()));
        Papers = new Papers(Node);
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
