using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>A draft as it was frozen at one moment; written once, with the fact that froze it.</summary>
public sealed record DraftVersionRow : IRow
{
    public required DocumentId Document { get; init; }

    /// <summary>The version of the body that it became.</summary>
    public required int Version { get; init; }

    /// <summary>The last place of the log that it contains.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who froze it.</summary>
    public required OfficialId By { get; init; }

    /// <summary>The text as ProseMirror JSON, without white space between its parts.</summary>
    public required string Content { get; init; }

    /// <summary>The whole document as one Yjs update (format v1).</summary>
    public required byte[] State { get; init; }
}
