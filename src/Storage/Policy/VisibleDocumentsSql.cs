using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Policy;

/// <summary>
/// <see cref="DocumentScope"/> as SQL, for every list, count and search of documents: it cuts before anything is counted.
/// Each part is a look-up by key or by an index; the sub-selects end at the first row they find.
/// </summary>
internal static class VisibleDocumentsSql
{
    /// <summary>On table delivery AS v: deliveries to a unit of the reader that they have arrived at.</summary>
    public static readonly string DeliveryOfUnit = string.Create(
        CultureInfo.InvariantCulture, $"(v.unit_id IN @ScopeUnits AND v.state <> {(int)DeliveryState.Sent})");

    /// <summary>On table step AS s: steps of a seat of the reader that were not recalled.</summary>
    public static readonly string StepOfSeat = string.Create(
        CultureInfo.InvariantCulture, $"(s.seat_id IN @ScopeSeats AND s.state <> {(int)StepState.Recalled})");

    /// <summary>On table draft_participant AS p: seats of the reader that are invited.</summary>
    public const string InvitedSeat = "(p.seat_id IN @ScopeSeats AND p.draft_right IS NOT NULL)";

    /// <summary>On table document AS d: what the reader may see. Goes with <see cref="Parameters"/>.</summary>
    public static readonly string Predicate = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        (d.secrecy <= @ScopeClearance AND (
          d.author_id = @ScopeOfficial
          OR d.author_seat_id IN @ScopeSeats
          OR d.reviewer_seat_id IN @ScopeSeats
          OR (d.unit_id IN @ScopeUnits AND d.state <> {(int)DocumentState.Drafting})
          OR (d.together <> 0 AND EXISTS (SELECT 1 FROM draft_participant p WHERE p.document_id = d.id AND {InvitedSeat}))
          OR EXISTS (SELECT 1 FROM delivery v WHERE v.document_id = d.id AND {DeliveryOfUnit})
          OR EXISTS (SELECT 1 FROM step s WHERE s.document_id = d.id AND {StepOfSeat})))
        """);

    /// <summary>The parameters of every part; others may be added.</summary>
    public static DynamicParameters Parameters(ReaderScope reader, object? others = null)
    {
        var parameters = new DynamicParameters(others);
        parameters.Add("ScopeOfficial", reader.Official.Value);
        parameters.Add("ScopeClearance", (int)reader.Clearance);
        parameters.Add("ScopeSeats", Lists.In([.. reader.Seats.Select(seat => seat.Value)]));
        parameters.Add("ScopeUnits", Lists.In([.. reader.Units.Select(unit => unit.Value)]));
        return parameters;
    }
}
