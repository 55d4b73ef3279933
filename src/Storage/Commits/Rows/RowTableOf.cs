using System.Globalization;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>
/// Builds the mapping of one record. Columns are added key first; <see cref="Keyed"/> ends the key.
/// Dates become ISO text, instants unix milliseconds, flags 0 or 1.
/// </summary>
internal sealed class RowTableOf<TRow>(string name, RowWrite write = RowWrite.Upsert, RegisterTarget? takes = null)
    : RowTable(name, write, takes)
    where TRow : IRow
{
    private Func<TRow, object>? key;
    private Func<TRow, Guid>? stream;

    public override Type RowType => typeof(TRow);

    public override Guid StreamOf(IRow row) => stream!((TRow)row);

    protected override object Key(IRow row) => key!((TRow)row);

    /// <summary>Ends the key columns; the value identifies a row in memory.</summary>
    public RowTableOf<TRow> Keyed(Func<TRow, object> identity)
    {
        key = identity;
        KeyCount = Columns.Count;
        return this;
    }

    /// <summary>Which stream's number the row receives.</summary>
    public RowTableOf<TRow> TakesFor(Func<TRow, Guid> of)
    {
        stream = of;
        return this;
    }

    public RowTableOf<TRow> Uuid(string column, Func<TRow, Guid?> get) => With(column, ColumnType.Uuid, get);

    public RowTableOf<TRow> Bytes(string column, Func<TRow, byte[]?> get) => With(column, ColumnType.Bytes, get);

    public RowTableOf<TRow> Text(string column, Func<TRow, string?> get, TakenValue taken = TakenValue.None) =>
        With(column, ColumnType.Text, get, taken);

    public RowTableOf<TRow> Int(string column, Func<TRow, int?> get) => With(column, ColumnType.Int, get);

    public RowTableOf<TRow> Long(string column, Func<TRow, long?> get, TakenValue taken = TakenValue.None) =>
        With(column, ColumnType.Long, get, taken);

    public RowTableOf<TRow> Flag(string column, Func<TRow, bool> get) => Int(column, row => get(row) ? 1 : 0);

    public RowTableOf<TRow> Instant(string column, Func<TRow, DateTimeOffset?> get) =>
        Long(column, row => get(row)?.ToUnixTimeMilliseconds());

    public RowTableOf<TRow> Date(string column, Func<TRow, DateOnly?> get, TakenValue taken = TakenValue.None) =>
        Text(column, row => get(row)?.ToString("O", CultureInfo.InvariantCulture), taken);

    private RowTableOf<TRow> With<TValue>(
        string column, ColumnType type, Func<TRow, TValue> get, TakenValue taken = TakenValue.None)
    {
        Add(new Column<TRow, TValue>(column, type, taken, get));
        return this;
    }
}
