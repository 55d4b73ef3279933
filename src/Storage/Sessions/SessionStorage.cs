using Microsoft.Extensions.DependencyInjection;

namespace PartyRealtime.Storage.Sessions;

/// <summary>The reads and writes behind sign-in.</summary>
public static class SessionStorage
{
    /// <summary>Adds <see cref="ISessionReads"/> and <see cref="IDemoPasswordStore"/>.</summary>
    public static IServiceCollection AddSessionStorage(this IServiceCollection services)
    {
        services.AddSingleton<ISessionReads, SessionReads>();
        services.AddSingleton<IDemoPasswordStore, DemoPasswordStore>();
        return services;
    }
}
