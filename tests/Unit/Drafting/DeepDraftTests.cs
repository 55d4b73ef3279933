using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Grains.Drafting;
using PartyRealtime.Storage.Drafting;
using Xunit;

namespace PartyRealtime.UnitTests.Drafting;

/// <summary>A draft as deep as its updates may be can be submitted, and its text be read.</summary>
public sealed class DeepDraftTests : IDisposable
{
    /// <summary>Elements inside each other, and arrays of a value: what <c>UpdateLimits</c> and <c>AnyValues</c> take.</summary>
    private const int ElementsMax = 200;
    private const int ArraysMax = 65;

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<DraftMetrics>().BuildServiceProvider();
    private readonly DraftText _text;

    public DeepDraftTests() =>
        _text = DraftText.Of(new DocumentId(Guid.NewGuid()), new StoredDraft(null, [], []), _services.GetRequiredService<DraftMetrics>());

    public void Dispose() => _services.Dispose();

    [Fact]
    public void The_deepest_draft_is_frozen_whole()
    {
        Assert.Equal(DraftAnswer.Saved, Take(ElementsMax, ArraysMax).Answer);
        var frozen = _text.Frozen();
        JsonNode deepest = JsonNode.Parse(frozen.Content, documentOptions: new() { MaxDepth = DraftRoot.JsonDepthMax })!;
        for (var element = 0; element < ElementsMax; element++)
            deepest = deepest["content"]![0]!;
        deepest = deepest["attrs"]!["x"]!;
        for (var array = 1; array < ArraysMax; array++)
            deepest = deepest[0]!;
        Assert.Empty(deepest.AsArray());
    }

    [Theory]
    [InlineData(ElementsMax + 1, 0, "nesting-too-deep")]
    [InlineData(1, ArraysMax + 1, "malformed")]
    public void One_level_deeper_is_refused(int elements, int arrays, string why)
    {
        var take = Take(elements, arrays);
        Assert.Equal((DraftAnswer.Refused, why), (take.Answer, take.Declined));
        Assert.Equal(new JsonObject { ["type"] = "doc", ["content"] = new JsonArray() }.ToJsonString(), _text.Frozen().Content);
    }

    private DraftTake Take(int elements, int arrays) =>
        _text.Take(new DraftUpdate(new OfficialId(1), Update(elements, arrays)), mayWrite: true, DateTimeOffset.UnixEpoch);

    /// <summary>So many elements inside each other, and so many arrays inside each other as the attribute x of the innermost.</summary>
    private static byte[] Update(int elements, int arrays)
    {
        const byte AnyOfKey = 0x28, Type = 7, Element = 3, Client = 1, ArrayTag = 117;
        byte[] root = Encoding.UTF8.GetBytes(DraftRoot.Name);
        List<byte> update = [1, .. Number(elements + (arrays > 0 ? 1 : 0)), Client, 0, Type, 1, (byte)root.Length, .. root, Element, 1, (byte)'p'];
        for (var inner = 1; inner < elements; inner++)
            update.AddRange([Type, 0, Client, .. Number(inner - 1), Element, 1, (byte)'p']);
        if (arrays > 0)
            update.AddRange([AnyOfKey, 0, Client, .. Number(elements - 1), 1, (byte)'x', 1]);
        for (var inside = arrays - 1; inside >= 0; inside--)
            update.AddRange([ArrayTag, (byte)(inside > 0 ? 1 : 0)]);
        return [.. update, 0];
    }

    private static byte[] Number(int value) => value < 128 ? [(byte)value] : [(byte)(value % 128 + 128), (byte)(value / 128)];
}
