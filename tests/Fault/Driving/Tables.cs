using Dapper;
using Microsoft.Data.Sqlite;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>Looks into the database file itself, beside the server or after its death.</summary>
internal static class Tables
{
    public static async Task<IReadOnlyList<T>> Read<T>(string data, string sql, object? parameters = null)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "partyrealtime.db")};Mode=ReadOnly");
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    public static async Task<T> One<T>(string data, string sql, object? parameters = null) =>
        Assert.Single(await Read<T>(data, sql, parameters));
}
