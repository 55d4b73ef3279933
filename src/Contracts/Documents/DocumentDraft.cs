using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Documents;

/// <summary>What the author writes. Text is NFC; the edge normalises it before the body hash of the command is taken.</summary>
[GenerateSerializer, Immutable, Alias("document-draft")]
public sealed record DocumentDraft(
    [property: Id(0)] string Type,
    [property: Id(1)] string Abstract,
    [property: Id(2)] string Body,
    [property: Id(3)] Urgency Urgency,
    [property: Id(4)] Secrecy Secrecy,
    [property: Id(5)] DateOnly? DueOn,
    [property: Id(6)] string? Instruction,
    [property: Id(7)] ImmutableArray<DraftFile> Files);
