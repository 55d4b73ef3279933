namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>A CSV file with a header: columns in any order, known by name. Faults are collected, not thrown.</summary>
internal sealed class ImportTable
{
    private readonly Dictionary<string, int> _columns = [];

    private ImportTable(string file) => File = file;

    public string File { get; }

    public List<ImportFault> Faults { get; } = [];

    /// <summary>The records below the header whose form is right.</summary>
    public List<CsvRecord> Records { get; } = [];

    public static ImportTable Read(string file, string text, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        var table = new ImportTable(file);
        var records = CsvText.Read(text).ToList();
        if (records.Count == 0)
        {
            table.Fault(1, "the file is empty");
            return table;
        }

        table.ReadHeader(records[0], required, optional);
        if (table.Faults.Count > 0)
            return table;
        foreach (var record in records.Skip(1))
        {
            if (record.Fault is { } fault)
                table.Fault(record.Line, fault);
            else if (record.Fields.Count != records[0].Fields.Count)
                table.Fault(record.Line, $"{record.Fields.Count} fields where the header has {records[0].Fields.Count}");
            else
                table.Records.Add(record);
        }

        return table;
    }

    /// <summary>The field; empty where the file has no such column.</summary>
    public string Field(CsvRecord record, string column) =>
        _columns.TryGetValue(column, out var index) ? record.Fields[index] : "";

    public void Fault(int line, string what) => Faults.Add(new ImportFault(File, line, what));

    /// <summary>The field within its length; a fault is noted when it is empty or too long.</summary>
    public string Text(CsvRecord record, string column, int charsMax)
    {
        var text = Field(record, column);
        if (text.Length == 0)
            Fault(record.Line, $"{column} is empty");
        else if (text.Length > charsMax)
            Fault(record.Line, $"{column} has {text.Length} characters, at most {charsMax} are allowed");
        return text;
    }

    /// <summary>The date (yyyy-MM-dd), or <paramref name="otherwise"/> for an empty field; a fault is noted for anything else.</summary>
    public DateOnly? Date(CsvRecord record, string column, DateOnly? otherwise)
    {
        var text = Field(record, column);
        if (text.Length == 0)
            return otherwise;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date))
            return date;
        Fault(record.Line, $"{column} {text} is no date of the form 2026-01-31");
        return otherwise;
    }

    /// <summary>The word as a value of <typeparamref name="T"/>, or <paramref name="otherwise"/> for an empty field.</summary>
    public T Word<T>(CsvRecord record, string column, T otherwise)
        where T : struct, Enum
    {
        var text = Field(record, column);
        if (text.Length == 0)
            return otherwise;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0]) && text[0] != '-')
            return value;
        Fault(record.Line, $"{column} {text} is not one of {string.Join(", ", Enum.GetNames<T>())}");
        return otherwise;
    }

    /// <summary>1 or 0, or <paramref name="otherwise"/> for an empty field.</summary>
    public bool Flag(CsvRecord record, string column, bool otherwise)
    {
        switch (Field(record, column))
        {
            case "":
                return otherwise;
            case "1":
                return true;
            case "0":
                return false;
            case var text:
                Fault(record.Line, $"{column} {text} is neither 0 nor 1");
                return otherwise;
        }
    }

    private void ReadHeader(CsvRecord header, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        for (var index = 0; index < header.Fields.Count; index++)
        {
            var name = header.Fields[index];
            if (!required.Contains(name) && !optional.Contains(name))
                Fault(header.Line, $"column {name} is not known; known are {string.Join(", ", required.Concat(optional))}");
            else if (!_columns.TryAdd(name, index))
                Fault(header.Line, $"column {name} stands twice");
        }

        foreach (var missing in required.Where(name => !_columns.ContainsKey(name)))
            Fault(header.Line, $"column {missing} is missing");
    }
}
