using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using PartyRealtime.Storage.Schema;

namespace PartyRealtime.Storage.Hosting;

/// <summary>Why a store could not be opened.</summary>
/// <param name="Words">Sentences that say what is wrong and what to do. They name no password.</param>
/// <param name="IsSetting">Whether it stays so until somebody changes a setting, the database or the program.</param>
public sealed record StoreFault(string Words, bool IsSetting)
{
    private const int NotADatabase = 26;

    /// <summary>Null when the failure is not the store's.</summary>
    public static StoreFault? Of(Exception failure) => failure switch
    {
        SchemaTooNewException or SchemaTooOldException => new(failure.Message, IsSetting: true),
        PostgresException refused => OfPostgreSql(refused),
        SocketException or NpgsqlException when IsUnknownHost(failure.InnerException ?? failure) => new(
            "The host that --store names is not known here. Set it to an address, or mend the name service.", IsSetting: false),
        NpgsqlException { InnerException: null } => new($"PostgreSQL cannot be used as --store says: {Said(failure)}.", IsSetting: true),
        NpgsqlException => new(
            $"PostgreSQL does not answer: {Said(failure)}. Start it, or set --store to the host and port where it is.", IsSetting: false),
        SqliteException { SqliteErrorCode: NotADatabase } => new(
            $"The store's file is no database of SQLite: {Said(failure)}. Set --data to another folder, or restore a backup into a new one.", IsSetting: true),
        SqliteException => new(
            $"The store's file cannot be used: {Said(failure)}. Look whether --data may be written, has room, and belongs to no other server.", IsSetting: false),
        _ => null,
    };

    /// <summary>What is wrong with a connection text, before anything is opened; null for nothing.</summary>
    public static string? OfText(string text)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(text);
            return null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            // The driver's own words repeat what it took for a key, which may be a piece of a password.
            return "--store cannot be read. Set 'Host=…;Database=…;Username=…;Password=…'; a value with ; or = in it stands in double quotes.";
        }
    }

    private static bool IsUnknownHost(Exception cause) =>
        cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData };

    /// <summary>Some messages end with a full stop, some without.</summary>
    private static string Said(Exception failure) => failure.Message.TrimEnd('.');

    private static StoreFault OfPostgreSql(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(
            $"PostgreSQL does not let the node in: {refused.MessageText}. Set Username and Password of --store; PARTYREALTIME_STORE in the environment keeps them off the command line.",
            IsSetting: true),
        PostgresErrorCodes.InvalidCatalogName => new($"{refused.MessageText}. Make the database, or set Database of --store.", IsSetting: true),
        PostgresErrorCodes.InsufficientPrivilege => new(
            $"PostgreSQL forbids what the node needs: {refused.MessageText}. Make the user of --store the owner of the database.", IsSetting: true),
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections => new(
            $"PostgreSQL takes nobody in now: {refused.MessageText}. Start the node again in a moment.", IsSetting: false),
        _ => new($"PostgreSQL refused ({refused.SqlState}): {refused.MessageText}.", IsSetting: false),
    };
}
