using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Drafting;
using PartyRealtime.Storage.Drafting;
using Xunit;

namespace PartyRealtime.UnitTests.Regressions;

/// <summary>
/// One update of a writer brought a letter each of all client ids that a draft may have: they were bound to the writer, and nobody
/// else could write in the draft any more.
/// </summary>
public sealed class ManyClientsTests : IDisposable
{
    private static readonly OfficialId Writer = new(1);
    private static readonly OfficialId Other = new(2);

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<DraftMetrics>().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void An_update_brings_few_new_client_ids()
    {
        var text = Text([]);
        Assert.Equal(DraftAnswer.TooMany, Take(text, Writer, 1, BoundClients.NewOnesMax + 1).Answer);
        Assert.Equal(DraftAnswer.Saved, Take(text, Writer, 1, BoundClients.NewOnesMax).Answer);
        // Those that are the writer's already do not count.
        Assert.Equal(DraftAnswer.Saved, Take(text, Writer, 1, 2 * BoundClients.NewOnesMax).Answer);
    }

    [Fact]
    public void A_refused_one_changes_nothing_and_hinders_nobody()
    {
        var text = Text([]);
        var before = text.Diff(new Dictionary<long, long>()).Update;
        var take = Take(text, Writer, 1, 20_000);
        Assert.Equal((DraftAnswer.TooMany, 0, "clients-too-many-at-once"), (take.Answer, take.Rows.Length, take.Declined));
        Assert.Equal(0, text.Head);
        Assert.Equal(before, text.Diff(new Dictionary<long, long>()).Update);
        Assert.Equal(DraftAnswer.Saved, Take(text, Other, 1, 1).Answer);
    }

    [Fact]
    public void A_person_has_so_many_client_ids_in_a_draft_also_over_a_load_and_others_write_on()
    {
        var text = Text([.. Enumerable.Range(1, BoundClients.PerPersonMax - 1).Select(client => new DraftClientRow { Document = default, Client = client, Official = Writer })]);
        Assert.Equal(DraftAnswer.Saved, Take(text, Writer, 5_000, 1).Answer);
        var take = Take(text, Writer, 5_001, 1);
        Assert.Equal((DraftAnswer.TooMany, "clients-too-many-of-one-person"), (take.Answer, take.Declined));
        Assert.Equal(DraftAnswer.Saved, Take(text, Writer, 1, 1).Answer);
        Assert.Equal(DraftAnswer.Saved, Take(text, Other, 5_001, 1).Answer);
    }

    private static DraftTake Take(DraftText text, OfficialId by, int first, int count) =>
        text.Take(new DraftUpdate(by, Update(first, count)), mayWrite: true, DateTimeOffset.UnixEpoch);

    /// <summary>A letter of each of so many clients, in the root of a draft.</summary>
    private static byte[] Update(int first, int count)
    {
        byte[] root = Encoding.UTF8.GetBytes(DraftRoot.Name);
        var update = new List<byte>(Number(count));
        for (var client = first; client < first + count; client++)
            update.AddRange([1, .. Number(client), 0, 4, 1, (byte)root.Length, .. root, 1, (byte)'a']);
        return [.. update, 0];
    }

    private static byte[] Number(int value)
    {
        var bytes = new List<byte>();
        for (; value > 127; value >>= 7)
            bytes.Add((byte)(value | 128));
        return [.. bytes, (byte)value];
    }

    private DraftText Text(ImmutableArray<DraftClientRow> clients) =>
        DraftText.Of(new DocumentId(Guid.NewGuid()), new StoredDraft(null, [], clients), _services.GetRequiredService<DraftMetrics>());
}
