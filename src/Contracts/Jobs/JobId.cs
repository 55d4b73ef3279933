using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Ids;

namespace PartyRealtime.Contracts.Jobs;

/// <summary>A durable piece of work done in chunks; also the id of its stream.</summary>
[GenerateSerializer, Immutable, Alias("job-id")]
[JsonConverter(typeof(GuidIdJsonConverter<JobId>))]
public readonly record struct JobId([property: Id(0)] Guid Value) : IGuidId<JobId>
{
    public static JobId From(Guid value) => new(value);

    /// <summary>The fan-out of a document's issue.</summary>
    public static JobId FanOutOf(Documents.DocumentId document) => new(DerivedId.From("fan-out", 0, document.Value));

    /// <summary>The recall of a document.</summary>
    public static JobId RecallOf(Documents.DocumentId document) => new(DerivedId.From("recall", 0, document.Value));

    /// <summary>The reminding of a document's recipients that was asked for at this position of the document.</summary>
    public static JobId ReminderOf(Documents.DocumentId document, long position) =>
        new(DerivedId.From("reminder", checked((int)position), document.Value));

    public Streams.StreamId Stream => new(Value);

    public override string ToString() => Value.ToString("D");
}
