using System.Text.RegularExpressions;

namespace PartyRealtime.ArchitectureTests.Tidy;

/// <summary>Folders and types are named for what they hold; these words name a place for what has no owner.</summary>
public sealed partial class NameTests
{
    private static readonly string[] ForbiddenFolders =
        ["services", "managers", "helpers", "utils", "common", "core", "shared", "models", "interfaces"];

    [Fact]
    public void No_folder_is_a_place_for_what_has_no_owner() => Findings.AssertNone(
        from file in Repository.Files
        let folders = Path.GetDirectoryName(file)!.Split('/')
        where folders.Any(folder => ForbiddenFolders.Contains(folder.ToLowerInvariant()))
        select file);

    /// <summary>A type that derives from a framework's class of such a name may repeat its last word.</summary>
    [Fact]
    public void No_type_is_named_for_having_no_owner() => Findings.AssertNone(
        from file in Repository.Files
        where file.EndsWith(".cs", Ordinal)
        from Match type in OwnerlessType().Matches(Repository.Read(file))
        where !Regex.IsMatch(type.Groups["bases"].Value, $@"\w{type.Groups["word"].Value}\b")
        select $"{file}: {type.Groups["name"].Value}");

    [GeneratedRegex(@"\b(class|struct|record|interface|enum) (?<name>\w*(?<word>Services?|Managers?|Helpers?|Utils?|Common|Core|Shared|Models|Interfaces))\b(?<bases>[^{;]*)")]
    private static partial Regex OwnerlessType();
}
