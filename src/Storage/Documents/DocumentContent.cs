using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Storage.Documents;

/// <summary>What was read for a document page beside the document's own row.</summary>
internal sealed record DocumentContent(BodyText Body, ImmutableArray<FileView> Files, ImmutableArray<LinkView> Links, RecallAnswers? Recall);
