using System.Collections.Immutable;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>Everything outside the document that a decision looks at, gathered before the rules are asked.</summary>
internal sealed record DocumentScene
{
    public required DocumentId Id { get; init; }

    public required Actor Actor { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The command: what it creates is named by it.</summary>
    public CommandKey Command { get; init; }

    /// <summary>The issuing unit.</summary>
    public required UnitFacts Unit { get; init; }

    /// <summary>The unit it is written in and each above it, up to the issuing body: whose leaders may review it.</summary>
    public required IReadOnlyList<UnitFacts> Ladder { get; init; }

    /// <summary>The files of the current version.</summary>
    public ImmutableArray<DocumentFileRow> Files { get; init; } = [];

    /// <summary>The seats that are invited to the draft; empty for a document that is not written together.</summary>
    public ImmutableArray<DraftParticipantRow> Participants { get; init; } = [];

    /// <summary>Whether the person may see how the text comes about; asked for only where something is said about its draft.</summary>
    public bool MaySeeDrafting { get; init; }

    /// <summary>The thread that a word or a decision is about; null when the draft has none of that id.</summary>
    public DraftThreadRow? Thread { get; init; }

    /// <summary>How many threads the draft has when another one is opened.</summary>
    public int Threads { get; init; }

    /// <summary>How often something was said about the draft since what a revision was made on: that changed nothing of it.</summary>
    public int Said { get; init; }

    /// <summary>The person seats of those whom a word names, without the speaker's.</summary>
    public Outcome<ImmutableArray<SeatId>> Mentioned { get; init; } = ImmutableArray<SeatId>.Empty;

    /// <summary>The seat that an invitation names; null for one that no unit has.</summary>
    public SeatFacts? NamedSeat { get; init; }

    /// <summary>The draft of a document that is written together, frozen for its submission; null where nothing was.</summary>
    public Outcome<FrozenDraft>? Frozen { get; init; }

    /// <summary>The draft as it stands, for a version that is to be named; null where nobody looked.</summary>
    public Outcome<FrozenDraft>? Present { get; init; }

    /// <summary>Versions of the draft that are named already.</summary>
    public int NamedVersions { get; init; }

    /// <summary>The files the draft names, resolved among the author's uploads and the document's own files.</summary>
    public Outcome<ImmutableArray<DocumentFileRow>>? NamedFiles { get; init; }

    /// <summary>The document that is named as replacing or correcting this one; null when there is none.</summary>
    public DocumentRow? Named { get; init; }

    /// <summary>How many of the units that a reminder is for are due for one.</summary>
    public int Remindable { get; init; }

    /// <summary>The resolved recipients of an issue.</summary>
    public Outcome<RecipientSet>? Recipients { get; init; }
}
