namespace PartyRealtime.Silo.Hosting;

/// <summary>What a node of the cluster does.</summary>
[Flags]
public enum NodeRoles
{
    None = 0,

    /// <summary>Serves people: endpoints, sign-in, live connections.</summary>
    Web = 1,

    /// <summary>Decides: grains, jobs, deadlines.</summary>
    Silo = 2,
}
