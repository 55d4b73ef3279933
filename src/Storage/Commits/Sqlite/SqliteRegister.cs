using Microsoft.Data.Sqlite;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>Takes numbers: the register row is advanced in the command's own transaction.</summary>
internal sealed class SqliteRegister(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement advance = new(
        connection,
        """
        INSERT INTO register (register, next, last_on) VALUES ($1, 2, $2)
        ON CONFLICT (register) DO UPDATE SET next = next + 1, last_on = max(last_on, excluded.last_on)
        RETURNING next - 1, last_on
        """,
        2);

    private readonly SqliteStatement entry = new(
        connection,
        "INSERT INTO register_entry (register, number, number_on, stream, at_ms) VALUES ($1, $2, $3, $4, $5)",
        5);

    public TakenNumber Take(RegisterTake take, DateOnly today, long atMs)
    {
        var register = TakenNumber.RegisterKey(take, today);
        long number;
        string on;
        using (var row = advance.Query(register, CommitClock.ToText(today)))
        {
            row.Read();
            number = row.GetInt64(0);
            on = row.GetString(1);
        }

        entry.Execute(register, number, on, take.Stream.Value.ToByteArray(bigEndian: true), atMs);
        return new TakenNumber(register, number, on, TakenNumber.SymbolOf(take, number));
    }

    public void Dispose()
    {
        advance.Dispose();
        entry.Dispose();
    }
}
