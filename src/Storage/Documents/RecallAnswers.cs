namespace PartyRealtime.Storage.Documents;

/// <summary>How the recipients of a document have answered its recall; who returned it is not asked.</summary>
public sealed record RecallAnswers
{
    public int Agreed { get; init; }

    public int Waiting { get; init; }

    public int Refused { get; init; }
}
