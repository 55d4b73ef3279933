namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>What pushes cost the servers of a cluster.</summary>
/// <param name="Nodes">How many servers there were.</param>
/// <param name="IdleCores">What all of them use for being there, with the screens of the directives open and nobody doing anything.</param>
/// <param name="Notes">Pushes to one person each, at one screen.</param>
/// <param name="Directives">Pushes of directives to everyone.</param>
public sealed record PushCosts(int Nodes, double IdleCores, PairedCost Notes, PairedCost Directives);
