using System.Text.Json;
using PartyRealtime.Contracts.Policy;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>What granted answers may hold. Each look says what is wrong, or null.</summary>
internal static class Looks
{
    /// <summary>The hits and their number are those of the documents that the person may see.</summary>
    public static string? Search(Office office, Player player, Answer answer)
    {
        var expected = office.Documents.Where(thing => Model.MaySee(player, thing)).Select(thing => thing.DocumentId).Order().ToList();
        var found = Ids(answer.Json.GetProperty("items")).Order().ToList();
        return found.SequenceEqual(expected) && answer.Json.GetProperty("total").GetInt32() == expected.Count
            ? null
            : $"found {found.Count}, total {answer.Json.GetProperty("total")}, allowed {expected.Count}";
    }

    /// <summary>The page offers what the workflow allows, shows the person's own deliveries, and history to the issuing side and the invited only.</summary>
    public static string? Page(Player player, Thing thing, Answer answer)
    {
        var page = answer.Json;
        var actions = page.GetProperty("actions").EnumerateArray().Select(action => action.GetString()).ToList();
        var offered = Model.Offered(player, thing);
        if (!actions.SequenceEqual(offered))
            return $"offers {string.Join(' ', actions)} and not {string.Join(' ', offered)}";
        var deliveries = page.GetProperty("deliveries").EnumerateArray().Select(delivery => delivery.GetProperty("id").GetGuid()).Order();
        if (!deliveries.SequenceEqual(Model.Reached(player, thing).Select(delivery => delivery.Row.Id.Value).Order()))
            return "shows other deliveries than the person's own";
        var isIssuing = DocumentScope.IsIssuing(player.Scope, thing.Document!);
        var isInside = isIssuing || DocumentScope.IsInvited(player.Scope, thing.Invited);
        if (page.GetProperty("draftingHistory").GetBoolean() != (isInside && thing.Document!.Together))
            return $"drafting history: {page.GetProperty("draftingHistory")}";
        if (page.GetProperty("participants").GetArrayLength() != (isInside ? thing.Invited.Length : 0))
            return "shows or hides who takes part";
        if (!isInside && (page.GetProperty("history").GetArrayLength() > 0 || page.GetProperty("comments").GetArrayLength() > 0))
            return "shows the issuing body's history";
        if (!isIssuing && page.TryGetProperty("recipients", out _))
            return "shows who else received it";
        var board = Model.Board(player, thing) == Verdict.Granted;
        return page.GetProperty("board").GetBoolean() == board ? null : "offers a board that is not open, or hides one";
    }

    /// <summary>The seats are those of the units that the person is admin of, and of the rooms below them.</summary>
    public static string? Staff(Office office, Player player, Answer answer)
    {
        var expected = office.Organisation.Units
            .Where(unit => unit.Posts.Length > 0 || unit.Desk is not null)
            .Where(unit => StaffScope.MayManage(player.Actor, office.Organisation.Ladder(unit.Id)))
            .Select(unit => unit.Code)
            .Order(StringComparer.Ordinal);
        var shown = answer.Json.EnumerateArray()
            .Select(seat => seat.GetProperty("unit").GetProperty("code").GetString()!)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return shown.SequenceEqual(expected) ? null : $"shows seats of {string.Join(' ', shown)}";
    }

    /// <summary>The documents that a list names.</summary>
    public static IEnumerable<Guid> Ids(JsonElement rows) => rows.EnumerateArray()
        .Where(row => row.TryGetProperty("documentId", out _))
        .Select(row => row.GetProperty("documentId").GetGuid());
}
