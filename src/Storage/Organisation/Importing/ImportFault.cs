namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>A line that cannot be loaded.</summary>
/// <param name="File">units or officials.</param>
/// <param name="Line">From 1, the header included.</param>
/// <param name="What">What is wrong, with the offending value.</param>
public sealed record ImportFault(string File, int Line, string What);
