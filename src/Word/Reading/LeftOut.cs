namespace PartyRealtime.Word.Reading;

/// <summary>How often something was left out.</summary>
public sealed record LeftOut(LeftOutKind Kind, int Count);
