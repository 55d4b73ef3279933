using System.Diagnostics.CodeAnalysis;

namespace PartyRealtime.Contracts.Refusals;

/// <summary>A value or an expected refusal; never both, never neither.</summary>
[GenerateSerializer, Immutable, Alias("outcome`1")]
public sealed record Outcome<T>
{
    [Id(0)] public T? Value { get; init; }

    [Id(1)] public Refusal? Refusal { get; init; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsOk => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new() { Value = value };

    public static implicit operator Outcome<T>(Refusal refusal) => new() { Refusal = refusal };

    public static implicit operator Outcome<T>(RefusalCode code) => new() { Refusal = new Refusal(code) };
}
