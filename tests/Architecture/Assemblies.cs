using System.Reflection;

namespace PartyRealtime.ArchitectureTests;

/// <summary>The product's own assemblies, one a project under src/.</summary>
internal static class Assemblies
{
    public static Assembly Contracts { get; } = Load("Contracts");

    public static Assembly Storage { get; } = Load("Storage");

    public static Assembly Grains { get; } = Load("Grains");

    public static Assembly Silo { get; } = Load("Silo");

    public static Assembly Web { get; } = Load("Web");

    public static Assembly Yjs { get; } = Load("Yjs");

    public static Assembly Word { get; } = Load("Word");

    public static IReadOnlyList<Assembly> All { get; } = [Contracts, Storage, Grains, Silo, Web, Yjs, Word];

    private static Assembly Load(string project) => Assembly.Load($"PartyRealtime.{project}");
}
