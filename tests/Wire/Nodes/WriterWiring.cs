using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.WireTests.Nodes;

/// <summary>Puts a test's writer before the node's own.</summary>
internal static class WriterWiring
{
    /// <param name="services">A node's, before it is built.</param>
    /// <param name="before">Makes the test's writer of the node's own.</param>
    public static void Before(IServiceCollection services, Func<ICommitWriter, ICommitWriter> before)
    {
        var inner = services.Last(service => service.ServiceType == typeof(ICommitWriter));
        services.Remove(inner);
        services.AddSingleton(provider => before((ICommitWriter)inner.ImplementationFactory!(provider)));
    }
}
