namespace PartyRealtime.Contracts.Text;

/// <summary>The parts that an administrative text is divided into; each stands inside the one before.</summary>
public enum TextPart
{
    Chapter = 1,
    Article = 2,
    Clause = 3,
    Point = 4,
}
