namespace PartyRealtime.WireTests.Measurements;

/// <summary>A line of the log as a collector gets it. The numbers are those of OTLP's logs.proto.</summary>
/// <param name="Category">The logger's.</param>
/// <param name="Text">The message, filled in or not.</param>
/// <param name="Trace">Hexadecimal; empty for what belongs to no request.</param>
internal sealed record CollectedLog(string Category, string Severity, string Text, string Trace)
{
    /// <summary>The lines of one ExportLogsServiceRequest.</summary>
    public static IEnumerable<CollectedLog> In(byte[] export) =>
        from resource in new OtlpMessage(export).All(1)
        from scope in resource.All(2)
        from line in scope.All(2)
        select new CollectedLog(scope.All(1).First().Text(1), line.Text(3), line.All(5).First().Text(1), line.Hex(9));
}
