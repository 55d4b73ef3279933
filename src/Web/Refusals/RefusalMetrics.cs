using System.Diagnostics.Metrics;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Refusals;

/// <summary>The meter "PartyRealtime.Edge": what people were refused, by code.</summary>
internal static class RefusalMetrics
{
    private static readonly Meter Meter = new("PartyRealtime.Edge");

    private static readonly Counter<long> Refusals =
        Meter.CreateCounter<long>("edge.refusals", "{request}", "Requests answered with a refusal, by its code.");

    public static void Refused(RefusalCode code) =>
        Refusals.Add(1, new KeyValuePair<string, object?>("code", RefusalResults.CodeOf(code)));
}
