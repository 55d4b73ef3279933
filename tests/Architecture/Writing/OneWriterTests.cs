using System.Text.RegularExpressions;

namespace PartyRealtime.ArchitectureTests.Writing;

/// <summary>A command's whole effect goes through one port; nothing else opens a transaction that could write.</summary>
public sealed partial class OneWriterTests
{
    private const string Writer = "src/Storage/Commits/";

    /// <summary>Gives the read ports a snapshot: read only on PostgreSQL, never written to on SQLite.</summary>
    private const string Snapshots = "src/Storage/Reading/";

    [Fact]
    public void Only_the_writer_begins_a_write_transaction() => Findings.AssertNone(
        from file in Repository.CSharpUnder("src")
        where !file.StartsWith(Writer, Ordinal) && !file.StartsWith(Snapshots, Ordinal)
        from line in Findings.LinesMatching(file, BeginsTransaction())
        select line);

    [GeneratedRegex(@"\bBeginTransaction(Async)?\b|""\s*(BEGIN|START TRANSACTION)\b|\bTransactionScope\b", RegexOptions.ExplicitCapture)]
    private static partial Regex BeginsTransaction();
}
