using System.Text.Json;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>Lists of recipients that cannot be: the document stays sealed, nobody receives.</summary>
[Collection(BadInputCollection.Name)]
public sealed class IssueTests(BadInputNode shared)
{
    [Fact]
    public async Task A_list_that_cannot_be_is_refused_by_name_and_the_document_stays_sealed()
    {
        var (id, _) = await shared.Papers.Document(DocumentState.Sealed);
        var clerk = await shared.Papers.Person(Papers.Clerk);
        var path = $"/api/documents/{id}/issue";
        (await clerk.Post(path, Issue(0))).IsRefused(400, "noRecipients", "recipients");
        (await clerk.Post(path, Issue(1, "unit:does-not-exist"))).IsRefused(400, "unknownUnit", "recipients");
        (await clerk.Post(path, Issue(1, "unit:90001"))).IsRefused(422, "unitDoesNotReceive", "recipients");
        (await clerk.Post(path, Issue(100_000, [.. Enumerable.Range(0, 100_000).Select(unit => $"unit:{unit}")]))).IsRefused(400, "tooManyRecipients", "recipients");
        var differs = await clerk.Post(path, Issue(2, "unit:01"));
        differs.IsRefused(409, "recipientCountDiffers", "confirmUnits");
        Assert.Equal("1", differs.Answer.GetProperty("params").GetProperty("units").GetString());
        var page = await clerk.Get<JsonElement>($"/api/documents/{id}");
        Assert.Equal("sealed", page.GetProperty("state").GetString());
    }

    private static object Issue(int confirmUnits, params string[] recipients) => new { recipients, except = Array.Empty<string>(), confirmUnits };
}
