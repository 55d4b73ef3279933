using System.Collections.Immutable;

namespace PartyRealtime.Word.Writing;

/// <summary>What stands below the text of a document, in words as they are printed.</summary>
public sealed record PaperFoot
{
    /// <summary>The word above the recipients.</summary>
    public required string RecipientsTitle { get; init; }

    /// <summary>A line each.</summary>
    public required ImmutableArray<string> Recipients { get; init; }

    /// <summary>In what capacity, and for whom, it is signed; null before it is signed.</summary>
    public string? Capacity { get; init; }

    public string? SignerTitle { get; init; }

    /// <summary>How the sheet says that it is signed, and when; a sheet that is printed carries no signature that can be checked.</summary>
    public string? Signed { get; init; }

    public string? SignerName { get; init; }
}
