using Microsoft.Extensions.DependencyInjection;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>The lamp says saved when it is so, and nobody is shown what is not.</summary>
public sealed class SavedTests : IAsyncLifetime
{
    private readonly DraftOffice _office = new() { Rewire = HeldWriter.Wire };

    public ValueTask InitializeAsync() => _office.InitializeAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Nothing_is_called_saved_or_shown_before_the_commit()
    {
        var writer = _office.Node.Services.GetRequiredService<HeldWriter>();
        var document = await _office.Compose();
        await _office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await _office.Open("bx", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await _office.Editors.Until("bx", "synced");
        await _office.Editors.Type("ax", 1);
        await _office.Editors.Until("ax", "saved");

        writer.Shut();
        await _office.Editors.Type("ax", 10);
        await writer.Waiting;
        // Awareness passes by all the same: when it is there, the text would have been there too.
        await _office.Editors.Say("ax", "word", "later");
        await _office.Editors.Until("bx", "word", "later");
        Assert.Equal(1, (await _office.Editors.State("ax")).GetProperty("saved").GetInt32());
        Assert.Single(await _office.Editors.Words("bx", "ax"));

        writer.Open();
        await _office.Editors.Until("ax", "saved");
        await _office.Editors.Until("bx", "text", "ax10;");
    }
}
