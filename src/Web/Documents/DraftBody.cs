using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Documents;

/// <summary>A draft as the browser sends it. Text is brought to NFC here, before anything is decided or hashed for storage.</summary>
internal sealed record DraftBody
{
    public string? Type { get; init; }

    public string? Abstract { get; init; }

    public string? Body { get; init; }

    public Urgency Urgency { get; init; }

    [JsonConverter(typeof(SecrecyJsonConverter))]
    public Secrecy Secrecy { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Instruction { get; init; }

    public ImmutableArray<DraftFile>? Files { get; init; }

    /// <summary>For a new draft: several people write its text at the same time, and it has no body here.</summary>
    public bool Together { get; init; }

    /// <summary>For a revision: the position the text was read at.</summary>
    public long ExpectedPosition { get; init; }

    public DocumentDraft ToDraft() => new(
        Nfc.Of(Type) ?? "",
        Nfc.Of(Abstract)?.Trim() ?? "",
        Nfc.Of(Body) ?? "",
        Urgency,
        Secrecy,
        DueOn,
        string.IsNullOrWhiteSpace(Instruction) ? null : Nfc.Of(Instruction),
        [.. (Files ?? []).Select(file => file with { Name = Nfc.Of(file.Name) ?? "" })]);
}
