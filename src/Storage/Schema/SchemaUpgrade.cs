using System.Data.Common;
using System.Reflection;
using Dapper;
using DbUp.Builder;
using DbUp.Engine;

namespace PartyRealtime.Storage.Schema;

/// <summary>
/// What both migrators do: compare the journal with the scripts, refuse a schema from a newer program, run what is
/// missing. A schema that is up to date costs one query.
/// </summary>
internal static class SchemaUpgrade
{
    private const string ProgramName = "schema_program";

    /// <summary>The scripts that the database has not run yet.</summary>
    /// <param name="passesBy">The program may make a schema where there is none, and changes none.</param>
    /// <exception cref="SchemaTooNewException">The database has run scripts that this program does not know.</exception>
    /// <exception cref="SchemaTooOldException">Scripts are missing, and the program passes by.</exception>
    public static IReadOnlyList<SchemaScript> Missing(
        DbConnection connection, bool hasJournal, IReadOnlyList<SchemaScript> known, bool passesBy)
    {
        if (!hasJournal)
            return known;

        var run = connection.Query<string>("SELECT scriptname FROM schemaversions").ToHashSet(StringComparer.Ordinal);
        var missing = known.Where(script => !run.Remove(script.Name)).ToList();
        if (run.Count == 0)
            return passesBy && missing.Count > 0 ? throw new SchemaTooOldException(missing[0].Name) : missing;

        var program = connection.QuerySingleOrDefault<string>(
            "SELECT value FROM meta WHERE name = @ProgramName", new { ProgramName });
        throw new SchemaTooNewException(run.Max(StringComparer.Ordinal)!, program ?? "a newer version", ProgramVersion);
    }

    /// <summary>Runs the scripts in the builder's kind of transaction, and records the version that did.</summary>
    public static void Run(UpgradeEngineBuilder builder, IEnumerable<SchemaScript> missing, DbConnection connection)
    {
        var result = builder
            .WithScripts(missing.Select(script => new SqlScript(script.Name, script.Text)))
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException(
                $"The schema script {result.ErrorScript?.Name} failed and was rolled back.", result.Error);
        }

        connection.Execute(
            "INSERT INTO meta (name, value) VALUES (@ProgramName, @ProgramVersion) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { ProgramName, ProgramVersion });
    }

    private static string ProgramVersion { get; } =
        typeof(SchemaUpgrade).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
