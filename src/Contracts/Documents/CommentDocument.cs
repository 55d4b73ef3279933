namespace PartyRealtime.Contracts.Documents;

/// <summary>A remark in the current review round.</summary>
[GenerateSerializer, Immutable, Alias("comment-document")]
public sealed record CommentDocument([property: Id(0)] string Text) : DocumentRequest;
