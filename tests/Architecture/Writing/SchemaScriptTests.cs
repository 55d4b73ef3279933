using System.Text.RegularExpressions;

namespace PartyRealtime.ArchitectureTests.Writing;

/// <summary>
/// The first node of a new version runs its scripts while nodes of the version before serve: a script adds and takes
/// nothing away, and what it adds is nothing that a row of the version before could break. The embedded
/// store has one process: there a script may fill a column that it adds.
/// </summary>
public sealed partial class SchemaScriptTests
{
    private const string Schema = "src/Storage/Schema/";
    private const string Embedded = Schema + "Sqlite/";
    private const string FirstWithoutIndexes = "0021";

    [Fact]
    public void A_script_only_adds()
    {
        var scripts = Repository.Files.Where(file => file.StartsWith(Schema, Ordinal) && file.EndsWith(".sql", Ordinal)).ToList();
        Assert.NotEmpty(scripts);
        Findings.AssertNone(
            from file in scripts
            let text = Bodies().Replace(Plain().Replace(Repository.Read(file), ""), "")
            let own = Named(Tables(), text)
            let filled = file.StartsWith(Embedded, Ordinal) ? Named(AddedColumns(), text) : []
            from statement in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            where !OnlyAdds(statement, own) && !OnlyFills(statement, filled)
            select $"{file}: {statement.Split('\n')[0]}");
    }

    /// <summary>It would be walked while nobody may write it; <c>PostgreSqlIndexes</c> makes those.</summary>
    [Fact]
    public void No_new_script_makes_an_index_of_a_table_that_stands()
    {
        Findings.AssertNone(
            from file in Repository.Files.Where(file => file.StartsWith(Schema, Ordinal) && file.EndsWith(".sql", Ordinal))
            where !file.StartsWith(Embedded, Ordinal) && string.CompareOrdinal(Path.GetFileName(file), FirstWithoutIndexes) >= 0
            let text = Plain().Replace(Repository.Read(file), "")
            let own = Named(Tables(), text)
            from Match index in Indexes().Matches(text)
            where !own.Contains(index.Groups["table"].Value)
            select $"{file}: {index.Value}");
    }

    [Theory]
    [InlineData("CREATE INDEX a_b ON a (b)")]
    [InlineData("CREATE INDEX IF NOT EXISTS a_b\n  ON a USING gin (b)")]
    [InlineData("CREATE UNIQUE INDEX CONCURRENTLY ON ONLY a (b)")]
    public void An_index_is_found_however_it_is_written(string statement) => Assert.Equal("a", Indexes().Match(statement).Groups["table"].Value);

    [Theory]
    [InlineData("DROP TABLE a", false)]
    [InlineData("ALTER TABLE a DROP COLUMN b", false)]
    [InlineData("ALTER TABLE a RENAME TO b", false)]
    [InlineData("ALTER TABLE a ADD COLUMN b INTEGER NOT NULL", false)]
    [InlineData("ALTER TABLE a ADD COLUMN b INTEGER NOT NULL DEFAULT 0", true)]
    [InlineData("ALTER TABLE a ADD COLUMN b TEXT", true)]
    [InlineData("CREATE UNIQUE INDEX a_b ON a (b)", false)]
    [InlineData("CREATE UNIQUE INDEX new_b ON new (b)", true)]
    [InlineData("CREATE OR REPLACE FUNCTION f() RETURNS int", false)]
    [InlineData("UPDATE a SET b = 1", false)]
    [InlineData("CREATE TRIGGER a_b BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()", true)]
    [InlineData("DROP TRIGGER a_b ON a", false)]
    public void What_adds_is_told_from_what_changes(string statement, bool adds) => Assert.Equal(adds, OnlyAdds(statement, ["new"]));

    [Theory]
    [InlineData("UPDATE a SET fresh = (SELECT max(c, d) FROM e)", true)]
    [InlineData("UPDATE a SET former = 1", false)]
    [InlineData("UPDATE a SET fresh = f(1, 2), former = 1", false)]
    [InlineData("DELETE FROM a", false)]
    public void What_fills_a_new_column_is_told_from_what_changes_another(string statement, bool fills) =>
        Assert.Equal(fills, OnlyFills(statement, ["fresh"]));

    private static HashSet<string> Named(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    /// <param name="statement">One of a script.</param>
    /// <param name="filled">The columns that the same script adds.</param>
    private static bool OnlyFills(string statement, HashSet<string> filled)
    {
        var flat = statement;
        while (Parentheses().IsMatch(flat))
            flat = Parentheses().Replace(flat, "");
        return Fills().Match(flat) is { Success: true } fill && filled.Contains(fill.Groups["column"].Value);
    }

    /// <param name="own">The tables that the same script makes: nobody else writes them yet.</param>
    private static bool OnlyAdds(string statement, HashSet<string> own)
    {
        if (AddsColumn().IsMatch(statement))
            return !statement.Contains("NOT NULL", StringComparison.OrdinalIgnoreCase) || statement.Contains("DEFAULT", StringComparison.OrdinalIgnoreCase);
        if (UniqueIndex().Match(statement) is { Success: true } unique)
            return own.Contains(unique.Groups["table"].Value);
        return Adds().IsMatch(statement);
    }

    /// <summary>Comments and quoted texts, in which words mean nothing here.</summary>
    [GeneratedRegex(@"--[^\n]*|'([^']|'')*'", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    /// <summary>What a trigger of the embedded store does stands in the script itself.</summary>
    [GeneratedRegex(@"(?<=CREATE TRIGGER [^;]*)\bBEGIN\b.*?\bEND(?=;)", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Bodies();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"^UPDATE \w+ SET (?<column>\w+) = [^,]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Fills();

    [GeneratedRegex(@"^ALTER TABLE \w+ ADD COLUMN (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex AddedColumns();

    [GeneratedRegex(@"CREATE\s+(UNIQUE\s+)?INDEX\b[^;]*?\bON\s+(ONLY\s+)?(?<table>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Indexes();

    [GeneratedRegex(@"^CREATE TABLE (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tables();

    [GeneratedRegex(@"^ALTER TABLE \w+ ADD COLUMN ", RegexOptions.ExplicitCapture)]
    private static partial Regex AddsColumn();

    [GeneratedRegex(@"^CREATE UNIQUE INDEX \w+ ON (?<table>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex UniqueIndex();

    [GeneratedRegex(@"^(CREATE (TABLE|INDEX|FUNCTION|TRIGGER)|INSERT INTO|ALTER TABLE \w+ SET \(fillfactor) ?", RegexOptions.ExplicitCapture)]
    private static partial Regex Adds();
}
