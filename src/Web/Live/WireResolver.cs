using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.Web.Live;

/// <summary>Formats the contracts as JSON does and everything else as MessagePack's standard has it.</summary>
internal sealed class WireResolver : IFormatterResolver
{
    public static WireResolver Instance { get; } = new();

    public IMessagePackFormatter<T>? GetFormatter<T>() => Cache<T>.Formatter;

    private static class Cache<T>
    {
        public static readonly IMessagePackFormatter<T>? Formatter =
            typeof(T).Assembly == typeof(WireJson).Assembly
                ? new JsonShapedFormatter<T>()
                : StandardResolver.Instance.GetFormatter<T>();
    }
}
