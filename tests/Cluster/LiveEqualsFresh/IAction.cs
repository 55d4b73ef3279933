namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>
/// Something that people do with the product. Every endpoint that is no read, and every hub method, is covered by one;
/// found by reflection. After each act in it, every device equals a fresh read.
/// </summary>
internal interface IAction
{
    /// <summary>
    /// The endpoints, as <c>POST /api/notes</c> with parameters in braces, and hub methods, as <c>hub WatchBoard</c>.
    /// </summary>
    IReadOnlyList<string> Covers { get; }

    Task Play(Stage stage);
}
