namespace PartyRealtime.Silo.Hosting;

/// <summary>What the programs end with. The systemd units and docs/operations.md go by these numbers.</summary>
public static class ExitCode
{
    /// <summary>Done; or a node that was told to stop and has ended in order.</summary>
    public const int Done = 0;

    /// <summary>Failed for now: the same may work when it is tried again, so a node is to be started again.</summary>
    public const int Failed = 1;

    /// <summary>Called or set in a wrong way: the same fails again until somebody changes it.</summary>
    public const int WrongUse = 2;

    /// <summary>
    /// A node that was told to stop and did not end in order: what still waited was cut off, as a kill would. It stays
    /// down as after <see cref="Done"/>.
    /// </summary>
    public const int CutOff = 3;
}
