namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// What pushes cost the servers of a cluster, and what they are held against. CPU seconds are those of all servers together,
/// for 100,000 of what is counted; those of the database stand apart and hold all that it did meanwhile.
/// </summary>
/// <param name="Nodes">How many servers there were.</param>
/// <param name="NotePushes">Pushes of notes that screens received: ten a note, for each reader has ten screens.</param>
/// <param name="NoteSeconds">For pushes to one person each.</param>
/// <param name="DirectivePushes">Pushes of directives that screens received.</param>
/// <param name="DirectiveSeconds">For pushes of directives to everyone.</param>
/// <param name="Notes">Notes of one run; each is one hint, which goes to the one node where its reader has his ten screens.</param>
/// <param name="RoutedNoteSeconds">For notes routed and pushed, without their commits.</param>
/// <param name="NoteCommitSeconds">For notes that nobody is connected to see: the request, the grains, the commit.</param>
/// <param name="NoteDatabaseSeconds">The database's for those; 0 where it was not named.</param>
/// <param name="Deliveries">Deliveries of one run of directives.</param>
/// <param name="DeliveryCommitSeconds">For deliveries that nobody is connected to see.</param>
/// <param name="DeliveryDatabaseSeconds">The database's for those.</param>
/// <param name="IdleCores">Cores that the servers use with nobody connected and nothing to do.</param>
/// <param name="IdleCoresNotes">The same with the readers of notes at their screens.</param>
/// <param name="IdleCoresDirectives">The same with the desks of directives at theirs.</param>
public sealed record PushCosts(
    int Nodes,
    long NotePushes,
    double NoteSeconds,
    long DirectivePushes,
    double DirectiveSeconds,
    long Notes,
    double RoutedNoteSeconds,
    double NoteCommitSeconds,
    double NoteDatabaseSeconds,
    long Deliveries,
    double DeliveryCommitSeconds,
    double DeliveryDatabaseSeconds,
    double IdleCores,
    double IdleCoresNotes,
    double IdleCoresDirectives);
