namespace PartyRealtime.Contracts.Documents;

/// <summary>An act on an outgoing document. One grain method takes them all; the rules decide.</summary>
[GenerateSerializer, Immutable, Alias("document-request")]
public abstract record DocumentRequest;
