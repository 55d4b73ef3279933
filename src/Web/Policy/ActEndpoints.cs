using PartyRealtime.Contracts.Policy;

namespace PartyRealtime.Web.Policy;

/// <summary>How endpoints declare their policy, and the check that all of them do.</summary>
public static class ActEndpoints
{
    /// <summary>
    /// Declares what the endpoint lets a person do. Before it runs, the caller has a session, a seat of a role that the
    /// act asks for and, for a command, an idempotency key; otherwise it does not run.
    /// </summary>
    public static TBuilder RequireAct<TBuilder>(this TBuilder endpoint, Act act)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(new ActMetadata(act)));
        return endpoint;
    }

    /// <summary>Call when everything is mapped.</summary>
    /// <exception cref="InvalidOperationException">An endpoint declares no act, or more than one.</exception>
    public static void AssertEveryEndpointHasAnAct(this IEndpointRouteBuilder app)
    {
        var undeclared = app.DataSources
            .SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.OfType<ActMetadata>().Count() != 1)
            .Select(endpoint => endpoint.DisplayName)
            .ToList();
        if (undeclared.Count > 0)
        {
            throw new InvalidOperationException(
                $"Every endpoint declares one act with RequireAct; these do not: {string.Join(", ", undeclared)}.");
        }
    }
}
