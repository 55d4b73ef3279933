using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>A remark or a reason given in a review round.</summary>
public sealed record CommentView(
    DateTimeOffset At,
    PersonRef By,
    string Text,
    int Round);
