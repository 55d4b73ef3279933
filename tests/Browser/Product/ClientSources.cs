namespace PartyRealtime.BrowserTests.Product;

/// <summary>Where the client's sources and packages lie.</summary>
internal static class ClientSources
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PartyRealtime.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("PartyRealtime.sln is in no folder above the tests.");
        return Path.Combine(folder.FullName, "src", "Web", "client");
    }
}
