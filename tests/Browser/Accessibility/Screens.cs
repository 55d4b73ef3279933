namespace PartyRealtime.BrowserTests.Accessibility;

/// <summary>The screens that every look at the product goes through.</summary>
internal static class Screens
{
    /// <summary>Each screen, where it is, and what is there once it has loaded.</summary>
    public static (string Name, string Path, string Sign)[] Of(Guid document) =>
    [
        ("inbox", "/inbox/issued", "a.row__link"),
        ("document", $"/documents/{document}", "h1"),
        ("compose", "/compose", "textarea"),
        ("board", $"/documents/{document}/board", ".tile"),
        ("tile", $"/documents/{document}/board/01", "tbody tr"),
        ("register", "/registers/outgoing", "table, [role=grid]"),
        ("incoming", "/registers/incoming", "h1, .phone-bar"),
        ("notes", "/inbox/notes", ".inbox__head"),
        ("search", "/search?q=kiem", "h1"),
        ("preferences", "/preferences", "h1"),
    ];
}
