namespace PartyRealtime.WireTests.Drafting;

/// <summary>Unmodified clients of both protocols at one node.</summary>
public sealed class ProviderTests(DraftOffice office) : IClassFixture<DraftOffice>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await office.Clear();

    [Theory]
    [InlineData(DraftOffice.Hocuspocus, DraftOffice.Hocuspocus)]
    [InlineData(DraftOffice.Websocket, DraftOffice.Websocket)]
    [InlineData(DraftOffice.Hocuspocus, DraftOffice.Websocket)]
    [InlineData(DraftOffice.Websocket, DraftOffice.Hocuspocus)]
    public async Task What_one_types_the_other_sees(string first, string second)
    {
        var document = await office.Compose();
        await office.Open("ax", first, DraftOffice.Author, document);
        await office.Editors.Until("ax", "synced");
        await office.Editors.Type("ax", 20);
        await office.Open("bx", second, DraftOffice.Author, document);
        await office.Editors.Until("bx", "text", "ax19;");
        await office.Editors.Type("bx", 20);
        await office.Editors.Until("ax", "text", "bx19;");
        await office.Editors.Until("bx", "equal");
    }
}
