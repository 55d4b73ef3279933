using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// The wire name of each grain interface, read from its attribute once. Orleans reads the attributes of an interface
/// anew for every reference to a grain, which took a fortieth of a note's CPU.
/// </summary>
internal sealed class RememberedGrainTypes(IServiceProvider services) : IGrainInterfaceTypeProvider
{
    private readonly ConcurrentDictionary<Type, GrainInterfaceType?> _names = new();

    public bool TryGetGrainInterfaceType(Type type, [MaybeNullWhen(false)] out GrainInterfaceType grainInterfaceType)
    {
        var name = _names.GetOrAdd(type, Read);
        grainInterfaceType = name.GetValueOrDefault();
        return name is not null;
    }

    private GrainInterfaceType? Read(Type type) => type.GetCustomAttributes(inherit: false)
        .OfType<IGrainInterfaceTypeProviderAttribute>()
        .Select(attribute => (GrainInterfaceType?)attribute.GetGrainInterfaceType(services, type))
        .FirstOrDefault();
}
