using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// To whom a document went, in the words of its sheet: groups as they were chosen, units one by one, and of longer lists how
/// many more there are.
/// </summary>
/// <param name="Addressed">Above the text of a letter or a submission, each in its line; empty for every other type.</param>
/// <param name="Lines">The list below the text, with the marks that end its lines.</param>
public sealed record SheetRecipients(ImmutableArray<string> Addressed, ImmutableArray<string> Lines);
