using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>What a <see cref="SqliteStatement"/> returns, row after row; disposing it makes the statement ready for its next use.</summary>
internal readonly struct SqliteStatementRows(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Goes to the next row, running the statement at the first call; false at the end.</summary>
    /// <exception cref="SqliteException">As the database says.</exception>
    public bool Read()
    {
        var code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return code == raw.SQLITE_ROW;
        SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public int GetInt32(int column) => raw.sqlite3_column_int(statement, column);

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public string GetString(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public byte[] GetBytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    /// <summary>Its error, if there was one, has been thrown.</summary>
    public void Dispose() => _ = raw.sqlite3_reset(statement);
}
