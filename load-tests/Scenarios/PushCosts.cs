namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>What pushes cost the servers of a cluster; CPU seconds are those of all of them, for 100,000 pushes.</summary>
/// <param name="Nodes">How many servers there were.</param>
/// <param name="NotePushes">Pushes of notes that screens received.</param>
/// <param name="NoteSeconds">For pushes to one person each.</param>
/// <param name="DirectivePushes">Pushes of directives that screens received.</param>
/// <param name="DirectiveSeconds">For pushes of directives to everyone.</param>
public sealed record PushCosts(int Nodes, long NotePushes, double NoteSeconds, long DirectivePushes, double DirectiveSeconds);
