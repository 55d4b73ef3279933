using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>One column of a row kind: its name, how it travels, and how to read it off the record.</summary>
internal abstract record Column(string Name, ColumnType Type, TakenValue Taken)
{
    /// <summary>The value as SQLite stores it; null for NULL.</summary>
    public abstract object? Value(IRow row);

    /// <summary>The value when it is text; null otherwise.</summary>
    public abstract string? TextOf(IRow row);

    /// <summary>The values of these rows as one typed array, for PostgreSQL's unnest.</summary>
    public abstract Array Gather(IReadOnlyList<IRow> rows);
}

/// <summary>A column read by <paramref name="Get"/>, without boxing on the array's way.</summary>
internal sealed record Column<TRow, TValue>(string Name, ColumnType Type, TakenValue Taken, Func<TRow, TValue> Get)
    : Column(Name, Type, Taken)
    where TRow : IRow
{
    public override object? Value(IRow row) => Get((TRow)row) switch
    {
        Guid id => id.ToByteArray(bigEndian: true),
        var value => value,
    };

    public override string? TextOf(IRow row) => Get is Func<TRow, string?> text ? text((TRow)row) : null;

    public override Array Gather(IReadOnlyList<IRow> rows)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Get((TRow)rows[i]);
        return values;
    }
}
