using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Documents;

/// <summary>One line of the state machine: who may do what from which states.</summary>
public sealed record DocumentTransition(DocumentAct Act, ImmutableArray<DocumentState> From, DocumentRole By);
