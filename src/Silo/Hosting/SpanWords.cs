using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// Lets out of a span only words that this list names: kinds, counts and outcomes. Addresses, queries, browsers, the keys of
/// grains and the messages of errors can hold what belongs to a person or a document, and a library's next version may
/// add more of them.
/// </summary>
internal sealed class SpanWords : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "http.request.method", "http.route", "http.response.status_code", "url.scheme", "error.type", "exception.type",
        "rpc.system", "rpc.service", "rpc.method", "commits.batch.commands", "commits.batch.rows",
    ]);

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Known.Contains(name))
                data.SetTag(name, null);
        }

        if (data.StatusDescription is not null)
            data.SetStatus(data.Status, null);
        data.TraceStateString = null;
        // Events cannot be taken out of a span, and an exception's carries its message: the span stays at home.
        if (data.Events.Any())
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
