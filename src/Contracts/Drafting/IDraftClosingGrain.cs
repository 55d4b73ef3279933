using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>What the document asks of its draft, under the same key; the draft's grain is one and the same.</summary>
[Alias("i-draft-closing-grain")]
[GrainInterfaceType("i-draft-closing")]
public interface IDraftClosingGrain : IGrainWithGuidKey
{
    /// <summary>
    /// Takes no updates from now on, waits at most 5 s for what is in flight, and tells how the draft stands. Whoever
    /// froze it commits an entry of kind Close at the next place of the log, then calls <see cref="Reopen"/>, or
    /// <see cref="Thaw"/> where nothing was committed. With neither the draft reads itself anew after 15 s.
    /// Unavailable when the store is away; then nothing is frozen. Idempotent.
    /// </summary>
    [Alias("freeze")]
    Task<Outcome<FrozenDraft>> Freeze();

    /// <summary>
    /// How the draft stands, while it is written on: everything that was acknowledged before the call, and nothing that is
    /// not durable. Unavailable when the store is away.
    /// </summary>
    [Alias("present")]
    Task<Outcome<FrozenDraft>> Present();

    /// <summary>Nothing was committed: updates are taken again. Idempotent.</summary>
    [Alias("thaw")]
    Task Thaw();

    /// <summary>
    /// State, rights or content have changed in the tables: the draft is read anew, and everybody who has it open is
    /// admitted anew. Idempotent.
    /// </summary>
    [Alias("reopen")]
    Task Reopen();

    /// <summary>
    /// Something was said about the draft: everybody who has it open is told. May be lost; whoever opens the draft, and now
    /// and then whoever has it open, asks anyway.
    /// </summary>
    /// <param name="position">The document's position at which it was said.</param>
    [Alias("discussed")]
    Task Discussed(long position);
}
