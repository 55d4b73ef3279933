using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;

namespace PartyRealtime.Storage.Documents;

/// <summary>What was read for a document page beside the document's own row.</summary>
/// <param name="Body">The text.</param>
/// <param name="Files">The attachments.</param>
/// <param name="Links">What replaces or corrects it, and the other way round.</param>
/// <param name="Recall">How the units answered a recall; null for who is not told.</param>
/// <param name="Issue">How it was issued.</param>
/// <param name="Received">What the receiving units did, by delivery.</param>
internal sealed record DocumentContent(
    BodyText Body,
    ImmutableArray<FileView> Files,
    ImmutableArray<LinkView> Links,
    RecallAnswers? Recall,
    DocumentIssued? Issue,
    ILookup<DeliveryId, HistoryLine> Received);
