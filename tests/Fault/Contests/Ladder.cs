using System.Collections.Frozen;
using System.Text.Json;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>
/// In which order the facts of a document and of a delivery may follow each other, written once more beside the rules: two
/// decisions on one state leave a stream that no single decider could have written.
/// </summary>
internal static class Ladder
{
    private const int Nothing = 0;

    private static readonly FrozenDictionary<string, Rung> Document = new Dictionary<string, Rung>
    {
        ["document.composed"] = new([Nothing], (int)DocumentState.Drafting),
        ["document.revised"] = Within(DocumentState.Drafting),
        ["document.participant-invited"] = Within(DocumentState.Drafting),
        ["document.participant-removed"] = Within(DocumentState.Drafting),
        ["document.thread-opened"] = Within(DocumentState.Drafting),
        ["document.thread-replied"] = Within(DocumentState.Drafting),
        ["document.thread-settled"] = Within(DocumentState.Drafting),
        ["document.version-named"] = Within(DocumentState.Drafting),
        ["document.submitted"] = From(DocumentState.Drafting, DocumentState.InReview),
        ["document.commented"] = Within(DocumentState.InReview),
        ["document.content-cleared"] = Within(DocumentState.InReview),
        ["document.form-cleared"] = Within(DocumentState.InReview),
        ["document.body-locked"] = From(DocumentState.InReview, DocumentState.AwaitingSignature),
        ["document.draft-returned"] = From(DocumentState.InReview, DocumentState.Drafting),
        ["document.signature-refused"] = From(DocumentState.AwaitingSignature, DocumentState.Drafting),
        ["document.signed"] = From(DocumentState.AwaitingSignature, DocumentState.Signed),
        ["document.number-assigned"] = From(DocumentState.Signed, DocumentState.Numbered),
        ["document.sealed"] = From(DocumentState.Numbered, DocumentState.Sealed),
        // The body stays, whenever a number is voided here.
        ["document.number-voided"] = new([(int)DocumentState.Numbered, (int)DocumentState.Sealed], (int)DocumentState.AwaitingSignature),
        ["document.issued"] = From(DocumentState.Sealed, DocumentState.Issued),
        ["document.corrected"] = Within(DocumentState.Issued),
        ["document.corrects"] = Within(DocumentState.Issued),
        ["document.replaces"] = Within(DocumentState.Issued),
        ["document.units-reminded"] = Within(DocumentState.Issued),
        ["document.replaced"] = From(DocumentState.Issued, DocumentState.Replaced),
        ["document.recall-asked"] = From(DocumentState.Issued, DocumentState.Recalling),
        ["document.recalled"] = From(DocumentState.Recalling, DocumentState.Recalled),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Rung> Delivery = new Dictionary<string, Rung>
    {
        ["delivery.arrived"] = new([Nothing], (int)DeliveryState.Arrived),
        ["delivery.escalated"] = Within(DeliveryState.Arrived),
        ["delivery.handed-over"] = Within(DeliveryState.Arrived),
        ["delivery.reminded"] = Within(DeliveryState.Arrived),
        ["delivery.registered"] = new([(int)DeliveryState.Arrived], (int)DeliveryState.Registered),
        ["delivery.returned"] = new([(int)DeliveryState.Arrived], (int)DeliveryState.Returned),
        ["delivery.return-closed"] = Within(DeliveryState.Returned),
        ["delivery.assigned"] = Within(DeliveryState.Registered, DeliveryState.Assigned, DeliveryState.InProgress),
        ["delivery.step-opened"] = Within(DeliveryState.Registered, DeliveryState.Assigned, DeliveryState.InProgress),
        ["delivery.step-forwarded"] = Within(DeliveryState.Assigned, DeliveryState.InProgress),
        // The only lead, whenever a step is recalled here.
        ["delivery.step-recalled"] = new([(int)DeliveryState.Assigned, (int)DeliveryState.InProgress], (int)DeliveryState.Registered),
        // Here too the only lead.
        ["delivery.step-returned"] = new([(int)DeliveryState.Assigned, (int)DeliveryState.InProgress], (int)DeliveryState.Registered),
        ["delivery.step-return-closed"] = Within(DeliveryState.Registered, DeliveryState.Assigned, DeliveryState.InProgress, DeliveryState.Finished),
        ["delivery.step-finished"] = Within(DeliveryState.Assigned, DeliveryState.InProgress, DeliveryState.Finished),
        ["delivery.finished"] = new([(int)DeliveryState.Assigned, (int)DeliveryState.InProgress], (int)DeliveryState.Finished),
    }.ToFrozenDictionary();

    /// <summary>At any rung.</summary>
    private static readonly FrozenSet<string> Beside = ((string[])
        ["delivery.opened", "delivery.recall-asked", "delivery.recall-agreed", "delivery.recall-refused"]).ToFrozenSet();

    /// <summary>Where the facts of one stream lead, as its row counts it, or the first that could not follow the one before; null for other streams.</summary>
    public static (int State, string? Wrong)? Climb(IReadOnlyList<FactLine> facts)
    {
        var rungs = facts.Count == 0 ? null : facts[0].Kind switch { "document.composed" => Document, "delivery.arrived" => Delivery, _ => null };
        if (rungs is null)
            return null;
        var (state, ended) = (Nothing, new HashSet<Guid>());
        foreach (var fact in facts)
        {
            if (Beside.Contains(fact.Kind))
                continue;
            if (!rungs.TryGetValue(fact.Kind, out var rung) || !rung.From.Contains(state) || !EndsOnce(fact, ended))
                return (state, $"{fact.Stream}: {string.Join(", ", facts.TakeWhile(before => before.Position <= fact.Position).Select(before => before.Kind))}");
            state = rung.To ?? After(fact.Kind, state);
        }

        return (state, null);
    }

    private static bool EndsOnce(FactLine fact, HashSet<Guid> ended) =>
        fact.Kind != "delivery.step-finished" || ended.Add(JsonDocument.Parse(fact.Payload).RootElement.GetProperty("step").GetGuid());

    /// <summary>What is assigned is assigned; once a lead has looked at it, it is in progress.</summary>
    private static int After(string kind, int state) => (kind, state) switch
    {
        ("delivery.assigned", (int)DeliveryState.Registered) => (int)DeliveryState.Assigned,
        ("delivery.step-opened" or "delivery.step-forwarded", (int)DeliveryState.Assigned) => (int)DeliveryState.InProgress,
        _ => state,
    };

    private static Rung From(DocumentState from, DocumentState to) => new([(int)from], (int)to);

    private static Rung Within(DocumentState state) => new([(int)state], null);

    private static Rung Within(params DeliveryState[] states) => new([.. states.Select(state => (int)state)], null);

    /// <summary>The states that a fact may follow, and the one that it leads to; null where it leaves it.</summary>
    private sealed record Rung(int[] From, int? To);
}
