namespace PartyRealtime.Web.Policy;

/// <summary>The policy in front of every endpoint.</summary>
public static class PolicyHosting
{
    /// <summary>Put between routing and the endpoints.</summary>
    public static IApplicationBuilder UseActs(this IApplicationBuilder app) => app.UseMiddleware<ActGate>();
}
