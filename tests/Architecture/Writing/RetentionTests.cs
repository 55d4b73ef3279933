using System.Text.RegularExpressions;

namespace PartyRealtime.ArchitectureTests.Writing;

/// <summary>How long what is written stays, and what is never written over.</summary>
public sealed partial class RetentionTests
{
    private const string Schema = "src/Storage/Schema/";

    [Fact]
    public void Every_table_has_its_line_in_the_limits()
    {
        var limits = Repository.Read("docs/limits.md");
        var kept = limits[limits.IndexOf("## How long rows stay", Ordinal)..];
        kept = kept[..kept.IndexOf("\n## ", 4, Ordinal)];
        var named = Named().Matches(kept).Select(name => name.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var tables = Repository.Files
            .Where(file => file.StartsWith(Schema, Ordinal) && file.EndsWith(".sql", Ordinal))
            .SelectMany(file => Tables().Matches(Repository.Read(file)).Select(table => table.Groups["name"].Value))
            .ToList();
        Assert.InRange(tables.Count, 35, 200);
        Assert.Empty(tables.Except(named));
    }

    /// <summary>Facts are the audit: the only statement that names them for writing adds one.</summary>
    [Fact]
    public void Nothing_changes_or_removes_a_fact() => Findings.AssertNone(
        from file in Repository.Files
        where file.StartsWith("src/", Ordinal) && (file.EndsWith(".cs", Ordinal) || file.EndsWith(".sql", Ordinal))
        from line in Findings.LinesMatching(file, ChangesFacts())
        select line);

    [Theory]
    [InlineData("UPDATE fact SET payload = ''", true)]
    [InlineData("DELETE FROM fact WHERE true", true)]
    [InlineData("TRUNCATE TABLE fact", true)]
    [InlineData("INSERT OR REPLACE INTO fact (stream)", true)]
    [InlineData("INSERT INTO fact (stream) VALUES (1)", false)]
    [InlineData("UPDATE fact_head SET a = 1", false)]
    [InlineData("SELECT 1 FROM fact", false)]
    public void What_changes_a_fact_is_told_from_what_does_not(string statement, bool changes) =>
        Assert.Equal(changes, ChangesFacts().IsMatch(statement));

    [GeneratedRegex(@"\b(UPDATE|DELETE\s+FROM|TRUNCATE(\s+TABLE)?|(INSERT\s+OR\s+)?REPLACE\s+INTO)\s+(ONLY\s+)?fact\b|RowTableOf<\w+>\(\x22fact\x22\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ChangesFacts();

    [GeneratedRegex("`(?<name>[A-Za-z_]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*CREATE TABLE (IF NOT EXISTS )?(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tables();
}
