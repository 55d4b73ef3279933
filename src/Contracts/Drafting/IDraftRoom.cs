using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>
/// One node's room of one draft: everybody who has it open there. Calls may be lost with their node; a room that finds a
/// gap in the sequence lets its people re-sync by their state vectors.
/// </summary>
[Alias("i-draft-room")]
[GrainInterfaceType("i-draft-room")]
public interface IDraftRoom : IGrainObserver
{
    /// <summary>
    /// Updates that are durable, in the order of the log. Also the room that sent them gets them. At least once; in order
    /// unless a call was lost, which <see cref="DraftRelay.First"/> shows.
    /// </summary>
    [Alias("relay")]
    Task Relay(DraftRelay relay);

    /// <summary>An awareness update of people in another room. At most once.</summary>
    [Alias("aware")]
    Task Aware(byte[] awareness);

    /// <summary>The rooms of the other nodes, to send awareness to; told when one comes or goes.</summary>
    [Alias("others")]
    Task Others(ImmutableArray<IDraftRoom> others);

    /// <summary>
    /// Who may do what has changed, or the draft's content is to be read anew (submitted, returned, restored, the grain
    /// doubts its memory): every socket is to be closed with a retryable code, and admitted anew when it comes back.
    /// </summary>
    [Alias("reopen")]
    Task Reopen();

    /// <summary>What is said about the draft has changed. At most once; of several, the newest position.</summary>
    /// <param name="position">The document's position at which it last did.</param>
    [Alias("discussed")]
    Task Discussed(long position);
}
