using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartyRealtime.ArchitectureTests.Dependencies;

/// <summary>The arrows that ARCHITECTURE.md draws are the references that the projects have, no more and no fewer.</summary>
public sealed partial class ProjectReferenceTests
{
    [Fact]
    public void Project_references_equal_the_drawing()
    {
        var drawn = Arrow().Matches(Repository.Read("ARCHITECTURE.md"))
            .Select(arrow => $"{arrow.Groups["from"].Value} --> {arrow.Groups["to"].Value}")
            .ToHashSet();
        var written = (
            from project in Repository.Files
            where project.EndsWith(".csproj", Ordinal)
            from reference in XDocument.Load(Repository.FullPath(project)).Descendants("ProjectReference")
            let target = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, (string)reference.Attribute("Include")!))
            select $"{NameOf(project)} --> {NameOf(Path.GetRelativePath(Repository.Root, target))}").ToHashSet();

        Assert.NotEmpty(drawn);
        Findings.AssertNone(
        [
            .. written.Except(drawn).Select(arrow => $"{arrow} is not drawn in ARCHITECTURE.md"),
            .. drawn.Except(written).Select(arrow => $"{arrow} is drawn in ARCHITECTURE.md, but no project refers so"),
        ]);
    }

    /// <summary>src/Web is drawn as Web, tests/Unit as UnitTests, load-tests as LoadTests, load-tests/NBomber as NBomber.</summary>
    private static string NameOf(string project) => project.Split('/') switch
    {
        ["src", var name, _] => name,
        ["tests", var name, _] => name + "Tests",
        ["load-tests", _] => "LoadTests",
        ["load-tests", var name, _] => name,
        var other => string.Join('/', other),
    };

    [GeneratedRegex(@"^ +(?<from>\w+) --> (?<to>\w+)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
