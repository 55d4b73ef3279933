namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>Which part of a taken number a column holds; the take overrides what the row carries.</summary>
internal enum TakenValue
{
    None = 0,
    Register = 1,
    Number = 2,
    NumberOn = 3,
    Symbol = 4,
}
