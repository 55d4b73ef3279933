namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// Something said or decided about the text of a draft that is written together. Whose it is follows from what the person
/// may do in the draft, not from the person's role in the workflow.
/// </summary>
[GenerateSerializer, Immutable, Alias("discuss-draft")]
public abstract record DiscussDraft : DocumentRequest;
