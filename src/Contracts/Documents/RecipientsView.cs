namespace PartyRealtime.Contracts.Documents;

/// <summary>How many units and people an issue reached.</summary>
public sealed record RecipientsView(
    int Units,
    int People);
