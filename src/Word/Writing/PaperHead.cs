using System.Collections.Immutable;

namespace PartyRealtime.Word.Writing;

/// <summary>What stands above the text of a document, in words as they are printed.</summary>
public sealed record PaperHead
{
    /// <summary>The body above the issuing one; null where there is none to name.</summary>
    public string? Superior { get; init; }

    /// <summary>The issuing body.</summary>
    public required string Unit { get; init; }

    /// <summary>The line of the number and symbol.</summary>
    public required string Number { get; init; }

    /// <summary>The state's name, or the party's.</summary>
    public required string Nation { get; init; }

    /// <summary>The motto under the state's name; null on the party's sheets.</summary>
    public string? Motto { get; init; }

    /// <summary>The line of the date.</summary>
    public required string Date { get; init; }

    /// <summary>The name of the type; null for letters, which have none and carry their abstract under the number.</summary>
    public string? TypeName { get; init; }

    public required string Abstract { get; init; }

    /// <summary>The word before whom it is addressed to.</summary>
    public string AddressedTitle { get; init; } = "";

    /// <summary>Whom it is addressed to, above its text; empty where its type addresses nobody.</summary>
    public ImmutableArray<string> Addressed { get; init; } = [];

    /// <summary>The marks of secrecy and urgency, secrecy first; empty for neither.</summary>
    public ImmutableArray<string> Marks { get; init; } = [];
}
