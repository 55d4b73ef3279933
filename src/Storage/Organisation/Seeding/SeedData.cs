using PartyRealtime.Storage.Organisation.Importing;

namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>The shipped tables that the demo organisation grows on; attribution in NOTICE.</summary>
internal static class SeedData
{
    /// <summary>The records of an embedded file, without its header.</summary>
    public static List<IReadOnlyList<string>> Rows(string file)
    {
        using var stream = typeof(SeedData).Assembly.GetManifestResourceStream(typeof(SeedData), "Data." + file)
            ?? throw new InvalidOperationException($"The program was built without {file}.");
        using var reader = new StreamReader(stream);
        return [.. CsvText.Read(reader.ReadToEnd()).Skip(1).Select(record => record.Fields)];
    }
}
