namespace PartyRealtime.WireTests.Measurements;

/// <summary>A span as a collector gets it. The numbers are those of OTLP's trace.proto.</summary>
/// <param name="Trace">Hexadecimal, as the others.</param>
/// <param name="Words">The names of its attributes.</param>
internal sealed record CollectedSpan(string Source, string Name, string Trace, string Id, string Parent, string[] Words)
{
    /// <summary>The spans of one ExportTraceServiceRequest.</summary>
    public static IEnumerable<CollectedSpan> In(byte[] export) =>
        from resource in new OtlpMessage(export).All(1)
        from scope in resource.All(2)
        from span in scope.All(2)
        select new CollectedSpan(
            scope.All(1).First().Text(1), span.Text(5), span.Hex(1), span.Hex(2), span.Hex(4), [.. span.All(9).Select(word => word.Text(1))]);
}
