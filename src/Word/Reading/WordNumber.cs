namespace PartyRealtime.Word.Reading;

/// <summary>What Word's numbering puts before a paragraph.</summary>
/// <param name="List">The list that the paragraph is of.</param>
/// <param name="Level">From 0.</param>
/// <param name="IsBullet">A dash, a dot or another sign.</param>
/// <param name="IsPlain">A whole number alone, with a dot or a bracket behind it.</param>
/// <param name="Label">The number as it is shown.</param>
/// <param name="Value">The paragraph's own number.</param>
internal sealed record WordNumber(int List, int Level, bool IsBullet, bool IsPlain, string Label, int Value);
