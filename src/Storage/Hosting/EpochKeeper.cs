using System.Data.Common;
using Dapper;

namespace PartyRealtime.Storage.Hosting;

/// <summary>
/// Decides at start (and after a fail-over) whether the store is still the one that its positions were given by. The
/// epoch stands in <c>meta</c> and in a file of the data directory; past epochs are kept, so that a node which was
/// away while another one renewed the epoch only takes the new one over.
/// </summary>
internal sealed class EpochKeeper(StoreOptions options, StoreEpoch epoch)
{
    private const string FileName = "epoch";
    private const string EpochName = "epoch";
    private const string PastName = "epochs_past";
    private const string OriginName = "epoch_origin";

    /// <summary>Reads, renews where it must, and publishes the epoch. Callers hold the migration's lock.</summary>
    /// <param name="connection">May write.</param>
    /// <param name="origin">What tells this database from a restored or promoted one; empty for SQLite.</param>
    public void Establish(DbConnection connection, string origin)
    {
        var meta = Meta(connection);
        var stored = meta.TryGetValue(EpochName, out var text) ? Guid.Parse(text) : (Guid?)null;
        var past = meta.GetValueOrDefault(PastName, "");
        if (stored is null
            || meta.GetValueOrDefault(OriginName, origin) != origin
            || (!options.PassesBy && IsForeign(ReadCopy(), stored.Value, past)))
        {
            if (stored is not null)
                Put(connection, PastName, past + stored.Value.ToString("D") + ",");
            stored = Guid.NewGuid();
            Put(connection, EpochName, stored.Value.ToString("D"));
        }

        if (meta.GetValueOrDefault(OriginName) != origin)
            Put(connection, OriginName, origin);
        if (!options.PassesBy)
            WriteCopy(options, stored.Value);
        epoch.Set(stored.Value);
    }

    /// <summary>Whether the store still has the origin and the epoch that this process knows.</summary>
    public bool IsCurrent(DbConnection connection, string origin)
    {
        var meta = Meta(connection);
        return meta.GetValueOrDefault(OriginName) == origin
            && meta.GetValueOrDefault(EpochName) == epoch.Value.ToString("D");
    }

    /// <summary>Makes the next start renew the epoch; a restore calls it after it has put the data in place.</summary>
    public static void MarkRestored(StoreOptions options) => WriteCopy(options, Guid.NewGuid());

    private static bool IsForeign(Guid? copy, Guid stored, string past) =>
        copy is { } seen && seen != stored && !past.Contains(seen.ToString("D"), StringComparison.Ordinal);

    private static Dictionary<string, string> Meta(DbConnection connection) => connection
        .Query<(string Name, string Value)>(
            "SELECT name, value FROM meta WHERE name IN (@EpochName, @PastName, @OriginName)",
            new { EpochName, PastName, OriginName })
        .ToDictionary(row => row.Name, row => row.Value);

    private static void Put(DbConnection connection, string name, string value) => connection.Execute(
        "INSERT INTO meta (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        new { name, value });

    private static void WriteCopy(StoreOptions options, Guid value)
    {
        var path = Path.Combine(options.DataDirectory, FileName);
        var temporary = path + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(value.ToString("D")));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private Guid? ReadCopy()
    {
        var path = Path.Combine(options.DataDirectory, FileName);
        return File.Exists(path) && Guid.TryParse(File.ReadAllText(path), out var copy) ? copy : null;
    }
}
