namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Fields">The fields, NFC, without white space at their ends.</param>
/// <param name="Fault">What is wrong with its quoting; null when nothing is.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Fields, string? Fault);
