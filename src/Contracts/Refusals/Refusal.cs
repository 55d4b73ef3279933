using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Refusals;

/// <summary>An expected "no", as a value. Nothing was changed.</summary>
/// <param name="Code">One of the table's codes.</param>
/// <param name="Field">The request field that is wrong, in the wire's spelling; null when it is not about a field.</param>
/// <param name="Params">What the sentence shown to the person needs, such as a limit or the name of a rule.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalCode Code,
    [property: Id(1)] string? Field = null,
    [property: Id(2)] ImmutableDictionary<string, string>? Params = null)
{
    public static implicit operator Refusal(RefusalCode code) => new(code);
}
