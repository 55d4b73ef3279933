using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>What is said about a draft, as one person sees it.</summary>
/// <param name="Position">The document's position that this is of; asked for what is later, one gets what has changed since.</param>
/// <param name="Right">What the person may do in the draft now.</param>
/// <param name="Threads">Whole threads, in the order of their last change.</param>
/// <param name="People">Who can be mentioned: those who write it, are invited, or review it.</param>
public sealed record ThreadsView(long Position, DraftRight Right, ImmutableArray<ThreadView> Threads, ImmutableArray<PersonRef> People);
