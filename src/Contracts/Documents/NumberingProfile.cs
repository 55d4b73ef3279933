namespace PartyRealtime.Contracts.Documents;

/// <summary>By whose rules a body numbers what it issues.</summary>
public enum NumberingProfile
{
    /// <summary>One series a type and committee term.</summary>
    Party = 1,

    /// <summary>One series a calendar year over all types.</summary>
    State = 2,

    /// <summary>One series a type and calendar year: what the head of a state body may choose instead.</summary>
    StateByType = 3,
}
