using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>A draft that is written together, open on one person's screen.</summary>
internal sealed class Sheet(Person person)
{
    private const string Selector = ".sheet__text";

    /// <summary>What is written, paragraph by paragraph, without other people's carets, what is suggested, and what the editor puts beside them.</summary>
    private const string Letters = """
        (sheet) => [...sheet.children].map((block) => {
          const copy = block.cloneNode(true)
          copy.querySelectorAll('.caret, .thread__new').forEach((shown) => shown.remove())
          return copy.textContent.replaceAll('\u2060', '')
        }).join('\n')
        """;

    private readonly ILocator text = person.Page.Locator(Selector);

    public ILocator Text => text;

    public IPage Page => person.Page;

    private IKeyboard Keyboard => person.Page.Keyboard;

    /// <summary>Opens the draft's page; it shows what the server has.</summary>
    public static async Task<Sheet> Open(Person person, Guid document)
    {
        await person.Open($"/documents/{document}/write");
        var sheet = new Sheet(person);
        await Assertions.Expect(sheet.text).ToBeVisibleAsync();
        return sheet;
    }

    /// <summary>A new draft of this person's, without the screen; its id.</summary>
    public static async Task<Guid> Begin(Person person, string about)
    {
        var draft = new { type = "CT", @abstract = about, body = "", urgency = "normal", secrecy = "normal", files = Array.Empty<string>(), together = true };
        return (await person.Command("/api/documents", draft)).GetProperty("stream").GetGuid();
    }

    public Task<string> Read() => text.EvaluateAsync<string>(Letters);

    /// <summary>Waits until just this is written on the screen.</summary>
    public Task Shows(string letters) => Until("===", letters, Assert.Equal);

    /// <summary>Waits until this is somewhere on the screen.</summary>
    public Task Contains(string letters) => Until(".includes", letters, Assert.Contains);

    /// <summary>Puts the caret so many letters behind the begin of the first paragraph; nobody clicks and types within 20 ms.</summary>
    public async Task GoTo(int letters)
    {
        await text.EvaluateAsync("(sheet, at) => { sheet.focus(); sheet.editor.commands.setTextSelection(at) }", letters + 1);
        await person.Page.WaitForFunctionAsync(
            $$"""
            (at) => {
              const sheet = document.querySelector('{{Selector}}')
              return document.activeElement === sheet && sheet.editor.state.selection.from === at
                && sheet.editor.view.posAtDOM(getSelection().anchorNode, getSelection().anchorOffset) === at
            }
            """,
            letters + 1);
    }

    /// <summary>Waits until somebody else's caret stands so many letters behind the begin of the first paragraph.</summary>
    public Task ShowsCaretAt(int letters) => person.Page.WaitForFunctionAsync(
        $$"""
        (at) => {
          const sheet = document.querySelector('{{Selector}}')
          const caret = sheet?.querySelector('.caret')
          if (!caret) return false
          const before = document.createRange()
          before.setStart(sheet.firstChild, 0)
          before.setEndBefore(caret)
          return before.toString().replaceAll('\u2060', '').length === at
        }
        """,
        letters);

    /// <summary>Selects these words where they first stand, as one does with the mouse.</summary>
    public Task Select(string words) => text.EvaluateAsync(
        """
        (sheet, words) => {
          const { editor } = sheet
          let from = -1
          editor.state.doc.descendants((node, at) => {
            const index = node.isTextblock && from < 0 ? node.textContent.indexOf(words) : -1
            if (index >= 0) from = at + 1 + index
          })
          sheet.focus()
          editor.commands.setTextSelection({ from, to: from + words.length })
          const [begin, end] = [editor.view.domAtPos(from), editor.view.domAtPos(from + words.length)]
          getSelection().setBaseAndExtent(begin.node, begin.offset, end.node, end.offset)
        }
        """,
        words);

    public Task Type(string letters) => Keyboard.TypeAsync(letters);

    public Task Press(string key) => Keyboard.PressAsync(key);

    public Task Insert(string letters) => Keyboard.InsertTextAsync(letters);

    /// <summary>Takes so many letters away, as keyboards do that replace a letter by one with its mark.</summary>
    public async Task Back(int letters)
    {
        for (var at = 0; at < letters; at++)
            await Keyboard.PressAsync("Backspace");
    }

    private async Task Until(string relation, string letters, Action<string, string> judge)
    {
        try
        {
            await person.Page.WaitForFunctionAsync(
                $"(letters) => {{ const sheet = document.querySelector('{Selector}'); return sheet !== null && ({Letters})(sheet){relation}(letters) }}", letters);
        }
        catch (TimeoutException)
        {
            judge(letters, await Read());
        }
    }

    /// <summary>Makes the caret's paragraph a part of this name.</summary>
    public async Task MakePart(string key)
    {
        await person.Page.Locator(".drafting__part button").ClickAsync();
        await person.Page.GetByRole(AriaRole.Option, new() { Name = Words.Of("drafting.parts." + key), Exact = true }).ClickAsync();
        // The editor takes the focus in the next frame, and until then a key is lost.
        await person.Page.WaitForFunctionAsync($"() => document.activeElement === document.querySelector('{Selector}')");
    }

    /// <summary>Waits until the server has acknowledged all that was typed here.</summary>
    public Task IsSaved() => Assertions.Expect(person.Page.Locator(".saved--ok")).ToBeVisibleAsync();
}
