using Microsoft.Data.Sqlite;
using PartyRealtime.Storage.Hosting;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>The one database file: where it is and how it is opened.</summary>
internal sealed class SqliteFile
{
    /// <summary>The file's name in the data directory.</summary>
    public const string FileName = "partyrealtime.db";

    // The writer's cache of pages, in KiB (negative, as SQLite has it): what it misses there the system's own cache holds.
    private const string Pragmas =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 5000;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -16384;
        PRAGMA temp_store = MEMORY;
        """;

    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string writerPragmas;

    public SqliteFile(StoreOptions options)
    {
        Path = System.IO.Path.Combine(options.DataDirectory, FileName);
        writerPragmas = options.SqlitePagesMax is { } pages ? $"{Pragmas} PRAGMA max_page_count = {pages};" : Pragmas;
    }

    public string Path { get; }

    /// <summary>A connection of its own that may write; made durable with every commit.</summary>
    public SqliteConnection OpenWriter()
    {
        MakeForOwnerAlone(Path);
        var connection = new SqliteConnection(Text(SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = writerPragmas;
            pragmas.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>SQLite takes a file as it finds it, and makes the ones beside it alike; left to itself it lets everybody read.</summary>
    internal static void MakeForOwnerAlone(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
            UnixCreateMode = OwnerAlone,
        }).Dispose();
        // One of a former version may be anybody's to read, and whoever else may open it is not its owner.
        if (File.GetUnixFileMode(path) != OwnerAlone)
            LeaveToOwner(path);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void LeaveToOwner(string path)
    {
        try
        {
            File.SetUnixFileMode(path, OwnerAlone);
        }
        catch (UnauthorizedAccessException)
        {
            // Somebody else's file, which this process may use: its owner decides who may read it.
        }
    }

    /// <summary>A pooled connection that cannot write.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(Text(SqliteOpenMode.ReadOnly, pooling: true));
        connection.Open();
        return connection;
    }

    /// <summary>Acts while nobody else can write: another process that migrates or commits waits.</summary>
    public static void Alone(SqliteConnection connection, Action act)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        act();
        command.CommandText = "COMMIT";
        command.ExecuteNonQuery();
    }

    private string Text(SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = 5,
    }.ToString();
}
