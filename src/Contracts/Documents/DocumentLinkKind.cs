namespace PartyRealtime.Contracts.Documents;

/// <summary>What a later document is to an earlier one.</summary>
public enum DocumentLinkKind
{
    Replaces = 1,
    Corrects = 2,
}
