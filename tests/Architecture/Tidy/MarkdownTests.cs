using System.Text.RegularExpressions;

namespace PartyRealtime.ArchitectureTests.Tidy;

/// <summary>What holds for every page of the documentation.</summary>
public sealed partial class MarkdownTests
{
    private const int ReadmeLinesMax = 120;

    private static List<string> Pages => [.. Repository.Files.Where(file => file.EndsWith(".md", Ordinal))];

    [Fact]
    public void A_page_has_one_title()
    {
        Assert.NotEmpty(Pages);
        Findings.AssertNone(
            from page in Pages
            let titles = OutsideFences(page).Count(line => line.StartsWith("# ", Ordinal))
            where titles != 1
            select $"{page}: {titles} titles");
    }

    [Fact]
    public void A_link_leads_to_a_file_of_the_tree() => Findings.AssertNone(
        from page in Pages
        from line in OutsideFences(page)
        from Match link in Link().Matches(line)
        let target = link.Groups["target"].Value
        where !target.Contains("://")
        where !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target))
        select $"{page}: {target}");

    [Fact]
    public void The_readme_has_at_most_120_lines() =>
        Assert.InRange(Repository.Lines("README.md").Length, 1, ReadmeLinesMax);

    [Fact]
    public void Every_decision_is_in_the_index_under_a_number_of_its_own()
    {
        var records = Pages.Where(page => Decision().IsMatch(page)).ToList();
        Assert.NotEmpty(records);
        var index = Repository.Read("docs/decisions/README.md");
        Findings.AssertNone(records.Where(record => !index.Contains($"({Path.GetFileName(record)})")));
        Findings.AssertNone(records
            .GroupBy(record => Path.GetFileName(record)[..4])
            .Where(number => number.Count() > 1)
            .Select(number => string.Join(", ", number)));
    }

    private static IEnumerable<string> OutsideFences(string page)
    {
        var inside = false;
        foreach (var line in Repository.Lines(page))
        {
            if (line.TrimStart().StartsWith("```", Ordinal))
                inside = !inside;
            else if (!inside)
                yield return line;
        }
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^docs/decisions/\d{4}-")]
    private static partial Regex Decision();
}
