using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Hosting;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>
/// Documents that wait for their number, written through the product's own writer while no server runs: a thousand
/// signatures by password would only measure the password hash.
/// </summary>
internal static class Signed
{
    public static async Task<IReadOnlyList<DocumentId>> Write(string data, UnitId unit, SeatId desk, OfficialId clerk, IReadOnlyList<string> types, int count)
    {
        var services = new ServiceCollection();
        services.AddPartyRealtimeStorage(new StoreOptions { DataDirectory = data });
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<StoreStart>();
        await store.Start();
        var writer = provider.GetRequiredService<ICommitWriter>();
        var ids = Enumerable.Range(0, count).Select(_ => new DocumentId(Guid.NewGuid())).ToList();
        var results = await Task.WhenAll(ids.Select((id, index) => writer.Write(Commit(id, types[index % types.Count], unit, desk, clerk))));
        Assert.All(results, result => Assert.IsType<CommitResult.Committed>(result));
        await store.Stop();
        return ids;
    }

    private static Commit Commit(DocumentId id, string type, UnitId unit, SeatId desk, OfficialId clerk) => new()
    {
        By = Actor.System,
        Appends = [new StreamAppend(id.Stream, 0, [new Fact("document.imported", "{}")])],
        Rows =
        [
            new DocumentRow
            {
                Id = id,
                Position = 1,
                Unit = unit,
                Author = clerk,
                AuthorSeat = desk,
                State = DocumentState.Signed,
                Type = type,
                Abstract = "Văn bản chờ số",
                BodyVersion = 1,
                BodyHash = new byte[32],
                Round = 1,
                Reviewer = desk,
                CreatedAt = DateTimeOffset.UtcNow,
            },
            new DocumentBodyRow { Document = id, Version = 1, Text = "Nội dung", Hash = new byte[32] },
        ],
        Inbox = [.. Items(id, desk, unit)],
    };

    /// <summary>The items such a document has: the clerk's own draft, and the desk's to number.</summary>
    private static IEnumerable<InboxChange> Items(DocumentId id, SeatId desk, UnitId unit)
    {
        var content = new Contracts.Inbox.ItemContent { Document = id, FromUnit = unit };
        var number = Contracts.Ids.DerivedId.From("number", 1, id.Value);
        yield return new(new(desk, id.Value, Contracts.Inbox.Reason.Draft), Contracts.Inbox.InboxChangeKind.Arrived, null, Contracts.Inbox.Box.Drafts, content);
        yield return new(new(desk, number, Contracts.Inbox.Reason.Number), Contracts.Inbox.InboxChangeKind.Arrived, null, Contracts.Inbox.Box.ToNumber, content);
    }
}
