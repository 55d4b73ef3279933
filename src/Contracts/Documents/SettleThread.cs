using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Contracts.Documents;

/// <summary>Ends a thread, or opens it again.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="As">One of <see cref="ThreadWorkflow.Settlements"/>.</param>
/// <param name="Text">A word with it, at most 1,000 characters in NFC; may be empty.</param>
[GenerateSerializer, Immutable, Alias("settle-thread")]
public sealed record SettleThread(
    [property: Id(0)] ThreadId Thread, [property: Id(1)] ThreadEntryKind As, [property: Id(2)] string Text) : DiscussDraft;
