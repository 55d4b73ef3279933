namespace PartyRealtime.Storage.Schema;

/// <summary>One numbered, forward-only script, in the database's own types.</summary>
/// <param name="Name">The file's name, such as <c>0001_commit.sql</c>; the journal's key and the order.</param>
/// <param name="Text">What is run.</param>
internal sealed record SchemaScript(string Name, string Text);
