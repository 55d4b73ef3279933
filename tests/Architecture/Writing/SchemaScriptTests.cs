using System.Text.RegularExpressions;

namespace PartyRealtime.ArchitectureTests.Writing;

/// <summary>
/// The first node of a new version runs its scripts while nodes of the version before serve: a script adds and takes
/// nothing away, and what it adds is nothing that a row of the version before could break.
/// </summary>
public sealed partial class SchemaScriptTests
{
    private const string Schema = "src/Storage/Schema/";

    [Fact]
    public void A_script_only_adds()
    {
        var scripts = Repository.Files.Where(file => file.StartsWith(Schema, Ordinal) && file.EndsWith(".sql", Ordinal)).ToList();
        Assert.NotEmpty(scripts);
        Findings.AssertNone(
            from file in scripts
            let text = Plain().Replace(Repository.Read(file), "")
            let own = Tables().Matches(text).Select(table => table.Groups["name"].Value).ToHashSet(StringComparer.Ordinal)
            from statement in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            where !OnlyAdds(statement, own)
            select $"{file}: {statement.Split('\n')[0]}");
    }

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
    public void What_adds_is_told_from_what_changes(string statement, bool adds) => Assert.Equal(adds, OnlyAdds(statement, ["new"]));

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

    [GeneratedRegex(@"^CREATE TABLE (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tables();

    [GeneratedRegex(@"^ALTER TABLE \w+ ADD COLUMN ", RegexOptions.ExplicitCapture)]
    private static partial Regex AddsColumn();

    [GeneratedRegex(@"^CREATE UNIQUE INDEX \w+ ON (?<table>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex UniqueIndex();

    [GeneratedRegex(@"^(CREATE (TABLE|INDEX|FUNCTION)|INSERT INTO|ALTER TABLE \w+ SET \(fillfactor) ?", RegexOptions.ExplicitCapture)]
    private static partial Regex Adds();
}
