using Npgsql;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// One statement of a batch. The text is a constant, so that the server plans it once a connection; everything that
/// varies comes as arrays.
/// </summary>
/// <param name="Text">With parameters <c>$1 … $n</c>.</param>
/// <param name="Arguments">Arrays, in the order of the parameters.</param>
/// <param name="OnRow">Takes each row of the result; null for a statement that returns none.</param>
internal sealed record WriterStatement(string Text, object[] Arguments, Action<NpgsqlDataReader>? OnRow = null)
{
    /// <summary>True for the input row <c>i</c> of a command that the decision let pass.</summary>
    public const string IsOk = "get_byte((SELECT convert_to(current_setting('pr.ok'), 'UTF8')), i.ord - 1) = 90";

    /// <summary>True for the input row <c>i</c> of a command that the decision dropped.</summary>
    public const string IsDropped = "get_byte((SELECT convert_to(current_setting('pr.ok'), 'UTF8')), i.ord - 1) <> 90";

    /// <summary>
    /// The number that the command of input row <c>i</c> took. A setting that was local to an earlier transaction
    /// reads as the empty text, one never set as NULL.
    /// </summary>
    public const string Taken = "((SELECT nullif(current_setting('pr.taken', true), '')::jsonb) -> i.ord::text)";

    /// <summary>A statement whose only row is the assertion of its own count.</summary>
    public static WriterStatement Asserting(string text, params object[] arguments) => new(text, arguments, static _ => { });
}
