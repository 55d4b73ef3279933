using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>A further word in a thread, however it stands.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="Text">1 to 1,000 characters in NFC.</param>
/// <param name="Mentions">At most 10 people who may see the draft.</param>
[GenerateSerializer, Immutable, Alias("reply-to-thread")]
public sealed record ReplyToThread(
    [property: Id(0)] ThreadId Thread, [property: Id(1)] string Text, [property: Id(2)] ImmutableArray<OfficialId> Mentions) : DiscussDraft;
