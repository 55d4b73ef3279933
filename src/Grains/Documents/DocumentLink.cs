using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Grains.Documents;

/// <summary>What a link writes beside the document itself.</summary>
/// <param name="By">The later document as read; its position is expected and moves by one.</param>
/// <param name="Fact">What happened to the later document.</param>
/// <param name="Row">The link.</param>
internal sealed record DocumentLink(DocumentRow By, Fact Fact, DocumentLinkRow Row);
