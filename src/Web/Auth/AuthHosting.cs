using PartyRealtime.Storage.Sessions;

namespace PartyRealtime.Web.Auth;

/// <summary>Sign-in and sessions.</summary>
public static class AuthHosting
{
    /// <summary>Adds <see cref="ISessions"/>, <see cref="ISessionEnded"/>, <see cref="IPasswordCheck"/> and <see cref="Caller"/>.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.AddSessionStorage();
        services.AddScoped<Caller>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SessionRenewal>();
        services.AddSingleton<SessionCache>();
        services.AddSingleton<ISessions>(provider => provider.GetRequiredService<SessionCache>());
        services.AddSingleton<ISessionEnded>(provider => provider.GetRequiredService<SessionCache>());
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<DemoPassword>();
        services.AddSingleton<PasswordGate>();
        services.AddSingleton<IPasswordCheck>(provider => provider.GetRequiredService<PasswordGate>());
        services.AddSingleton<MyPage>();
        services.AddHostedService<SessionWatch>();
        return services;
    }
}
