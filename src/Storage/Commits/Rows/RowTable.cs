using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>Where a row kind is stored: the table, its key columns (the first <see cref="KeyCount"/>) and the others.</summary>
internal abstract class RowTable(string name, RowWrite write, RegisterTarget? takes)
{
    private readonly List<Column> columns = [];

    public string Name { get; } = name;

    public RowWrite Write { get; } = write;

    /// <summary>The register target that this row kind is; null when no number is ever taken for it.</summary>
    public RegisterTarget? Takes { get; } = takes;

    public IReadOnlyList<Column> Columns => columns;

    public int KeyCount { get; protected set; }

    public abstract Type RowType { get; }

    public IEnumerable<Column> KeyColumns => columns.Take(KeyCount);

    public IEnumerable<Column> OtherColumns => columns.Skip(KeyCount);

    /// <summary>The identity of a row among all rows of all kinds.</summary>
    public RowKey KeyOf(IRow row) => new(this, Key(row));

    /// <summary>How long the row's binary columns are together.</summary>
    public long BytesOf(IRow row)
    {
        var sum = 0L;
        foreach (var column in columns)
        {
            if (column.Type == ColumnType.Bytes && column.Value(row) is byte[] bytes)
                sum += bytes.Length;
        }

        return sum;
    }

    /// <summary>The id of the row's stream, for the kinds that a number is taken for.</summary>
    public abstract Guid StreamOf(IRow row);

    protected abstract object Key(IRow row);

    protected void Add(Column column) => columns.Add(column);
}
