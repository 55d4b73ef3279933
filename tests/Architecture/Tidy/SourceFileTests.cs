using System.Text.RegularExpressions;

namespace PartyRealtime.ArchitectureTests.Tidy;

/// <summary>What a reader meets in any file of the tree, whatever it is about.</summary>
public sealed partial class SourceFileTests
{
    private const int LinesMax = 400;
    private const long SizeBytesMax = 500_000;

    /// <summary>Data that the product ships, larger than a person reads.</summary>
    private static readonly string[] LargeData = ["package-lock.json"];

    [Fact]
    public void A_source_file_has_at_most_400_lines()
    {
        string[] endings = [".cs", ".ts", ".tsx", ".css"];
        var sources = Repository.Files.Where(file => endings.Any(ending => file.EndsWith(ending, Ordinal))).ToList();
        Assert.NotEmpty(sources);
        Findings.AssertNone(sources.Where(file => Repository.Lines(file).Length > LinesMax));
    }

    [Fact]
    public void A_file_is_at_most_500_kilobytes() => Findings.AssertNone(
        from file in Repository.Files
        where !LargeData.Contains(Path.GetFileName(file))
        where new FileInfo(Repository.FullPath(file)).Length > SizeBytesMax
        select file);

    [Fact]
    public void A_log_message_has_an_id_of_its_own()
    {
        var ids = Repository.CSharpUnder("src")
            .SelectMany(file => Findings.LinesMatching(file, LogId()).Select(line => (Id: LogId().Match(line).Groups["id"].Value, Line: line)))
            .ToList();
        Assert.NotEmpty(ids);
        Findings.AssertNone(ids.GroupBy(message => message.Id).Where(same => same.Count() > 1).SelectMany(same => same.Select(message => message.Line)));
    }

    [Fact]
    public void A_file_holds_one_public_type()
    {
        var sources = Repository.CSharpUnder("src").Concat(Repository.CSharpUnder("load-tests")).ToList();
        Assert.NotEmpty(sources);
        Findings.AssertNone(
            from file in sources
            let types = PublicType().Count(Repository.Read(file))
            where types > 1
            select $"{file}: {types} public types");
    }

    [Fact]
    public void What_is_unfinished_names_its_issue() => Findings.AssertNone(
        from file in Repository.TextFiles
        from line in Findings.LinesMatching(file, UnfinishedWithoutIssue())
        select line);

    [Fact]
    public void Tests_wait_for_an_event_and_never_sleep() => Findings.AssertNone(
        from file in Repository.CSharpUnder("tests")
        from line in Findings.LinesMatching(file, Sleep())
        select line);

    [Fact]
    public void Lines_end_with_LF_and_are_indented_by_spaces() => Findings.AssertNone(
        from file in Repository.TextFiles
        where !file.EndsWith(".sln", Ordinal)
        let text = Repository.Read(file)
        where text.Contains('\r') || text.Contains('\t')
        select file);

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine() => Findings.AssertNone(
        from file in Repository.TextFiles
        where !file.EndsWith("package-lock.json", Ordinal)
        from line in Findings.LinesMatching(file, MachinePath())
        select line);

    [GeneratedRegex(@"LoggerMessage\((EventId = )?(?<id>[0-9]+)")]
    private static partial Regex LogId();

    [GeneratedRegex(@"^public [\w ]*\b(class|struct|record|interface|enum|delegate)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PublicType();

    // The words are written in two parts so that this file is not a finding itself.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b(?! \(#\d+\))")]
    private static partial Regex UnfinishedWithoutIssue();

    [GeneratedRegex(@"\b(Task\.De" + @"lay|Thread\.Sl" + @"eep|WaitForTime" + @"out(Async)?)\b")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"(?<![\w.\-}\)~])/(home|root|work|tmp|Users)/\w|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
