using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>A draft as it stood when somebody named it, while it was written on; written once, with the fact of the naming. It is no body.</summary>
public sealed record DraftMarkRow : IRow
{
    public required DocumentId Document { get; init; }

    /// <summary>The document's position at which it was named.</summary>
    public required long Position { get; init; }

    /// <summary>The last place of the log that it contains.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who named it.</summary>
    public required OfficialId By { get; init; }

    /// <summary>What it is called; two may be called alike.</summary>
    public required string Name { get; init; }

    /// <summary>The text as ProseMirror JSON, without white space between its parts.</summary>
    public required string Content { get; init; }

    /// <summary>The whole document as one Yjs update (format v1).</summary>
    public required byte[] State { get; init; }
}
