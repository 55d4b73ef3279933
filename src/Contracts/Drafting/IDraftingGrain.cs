using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>
/// The text of one document while several people write it; its key is the document's id. Holds the Yjs document, orders
/// the updates, makes them durable, and only then relays and acknowledges them. Reentrant: updates that come while a
/// commit is in flight share the next one. Awareness never comes here.
/// </summary>
[Alias("i-drafting-grain")]
[GrainInterfaceType("i-drafting")]
public interface IDraftingGrain : IGrainWithGuidKey
{
    /// <summary>
    /// What this person may do in the draft now, and from now on relays for the room. Asked again for each person every
    /// 30 s by the room: a room that is not heard of for 90 s gets no more relays. NotInScope for a draft that does not
    /// exist or that the person may not see.
    /// </summary>
    [Alias("join")]
    Task<Outcome<DraftAdmission>> Join(Actor actor, IDraftRoom room);

    /// <summary>
    /// The room is still there; the other rooms. Reads nothing. NotInScope where it gets no relays, as when the draft came
    /// up anew on another node: then somebody is to join.
    /// </summary>
    [Alias("heard")]
    Task<Outcome<ImmutableArray<IDraftRoom>>> Heard(IDraftRoom room);

    /// <summary>The room has no more sockets.</summary>
    [Alias("leave")]
    Task Leave(IDraftRoom room);

    /// <summary>
    /// What somebody with this state vector lacks. Contains every update up to <see cref="DraftDiff.Seq"/>; what is
    /// committed later is relayed. Malformed for bytes that are no state vector.
    /// </summary>
    [Alias("diff")]
    Task<Outcome<DraftDiff>> Diff(byte[] stateVector);

    /// <summary>
    /// Who wrote which letters, paragraph by paragraph in the order of the page; of a version, or of the draft as it stands
    /// and is durable. NotInScope for a version that there is not; Unavailable when the store is away.
    /// </summary>
    [Alias("authors")]
    Task<Outcome<ImmutableArray<WrittenBlock>>> Authors(VersionKey? version);

    /// <summary>
    /// Takes updates of people who joined, in this order, and answers each when it is durable, in the same order. One that
    /// is refused does not stop the others.
    /// </summary>
    [Alias("take")]
    Task<ImmutableArray<DraftAnswer>> Take(ImmutableArray<DraftUpdate> updates);
}
