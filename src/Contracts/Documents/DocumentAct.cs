namespace PartyRealtime.Contracts.Documents;

/// <summary>The acts on an outgoing document, in workflow order: where several are allowed, the first is expected next.</summary>
public enum DocumentAct
{
    Compose = 1,
    Submit = 2,
    Clear = 3,
    Sign = 4,
    Number = 5,
    Seal = 6,
    Issue = 7,
    Revise = 8,
    Comment = 9,
    ReturnDraft = 10,
    RefuseSign = 11,
    Void = 12,
    Recall = 13,
    Replace = 14,
    Correct = 15,
    Remind = 16,
    Invite = 17,
}
