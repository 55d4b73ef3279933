namespace PartyRealtime.Word.Writing;

/// <summary>By whose rule a sheet is laid out.</summary>
public enum PaperLayout
{
    /// <summary>Decree 30/2020/ND-CP, annex I.</summary>
    State = 1,

    /// <summary>Guideline 36-HD/VPTW of 2018.</summary>
    Party = 2,
}
