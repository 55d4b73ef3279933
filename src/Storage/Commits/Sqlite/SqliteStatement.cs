using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>
/// A prepared statement with parameters <c>$1 … $n</c>, used over and over by the writer's thread. It stands on the library's
/// own interface, not on ADO.NET, which looks up each parameter by its name at each use and makes a reader for each row: a
/// third of what a row cost the writer. Prepared at its first use.
/// </summary>
internal sealed class SqliteStatement(SqliteConnection connection, string text, int parameters) : IDisposable
{
    private const int BytesOnStack = 512;

    /// <summary>Where a parameter stands; the database numbers them by their first place in the text. 0: it stands nowhere.</summary>
    private readonly int[] _places = new int[parameters];

    private sqlite3_stmt? _statement;

    /// <summary>Runs it; the number of rows changed, those that triggers changed aside.</summary>
    /// <exception cref="SqliteException">As the database says.</exception>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        using var rows = Query(values);
        while (rows.Read())
        {
            // What it returns is asked for by nobody.
        }

        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>Runs it; the rows must be disposed before the next use.</summary>
    public SqliteStatementRows Query(params ReadOnlySpan<object?> values)
    {
        var statement = _statement ??= Prepare();
        for (var i = 0; i < values.Length; i++)
        {
            if (_places[i] != 0)
                Check(Bind(statement, _places[i], values[i]));
        }

        return new SqliteStatementRows(connection.Handle!, statement);
    }

    public void Dispose() => _statement?.Dispose();

    private sqlite3_stmt Prepare()
    {
        Check(raw.sqlite3_prepare_v3(connection.Handle, text, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        for (var i = 0; i < _places.Length; i++)
            _places[i] = raw.sqlite3_bind_parameter_index(statement, "$" + (i + 1).ToString(CultureInfo.InvariantCulture));
        return statement;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        string text => BindText(statement, place, text),
        // An empty span has no address, and what has no address is NULL.
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new NotSupportedException($"SQLite's writer binds no {value.GetType().Name}."),
    };

    private static int BindText(sqlite3_stmt statement, int place, string text)
    {
        if (text.Length == 0)
            return raw.sqlite3_bind_text(statement, place, text);
        var room = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (room <= BytesOnStack)
        {
            Span<byte> bytes = stackalloc byte[BytesOnStack];
            return raw.sqlite3_bind_text(statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            return raw.sqlite3_bind_text(statement, place, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
