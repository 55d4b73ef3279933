using Microsoft.Extensions.DependencyInjection;

namespace PartyRealtime.Storage.Sessions;

/// <summary>The reads and writes behind sign-in.</summary>
public static class SessionStorage
{
    /// <summary>Adds <see cref="ISessionReads"/>, <see cref="IDemoPasswordStore"/> and what the command line does to accounts.</summary>
    public static IServiceCollection AddSessionStorage(this IServiceCollection services)
    {
        services.AddSingleton<ISessionReads, SessionReads>();
        services.AddSingleton<IDemoPasswordStore, DemoPasswordStore>();
        services.AddSingleton<SessionMint>();
        services.AddSingleton<AccountPasswords>();
        return services;
    }
}
