using System.Text;
using PartyRealtime.Contracts.Text;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>
/// Reads comma-separated values (RFC 4180): quoted fields with commas, doubled quotes and line breaks; LF or CRLF; an
/// optional byte-order mark; blank lines are skipped. Faulty records are returned with their fault, never thrown.
/// </summary>
public static class CsvText
{
    private const string UnclosedQuote = "a quoted field is not closed";
    private const string TextAfterQuote = "text follows a closing quote";

    public static IEnumerable<CsvRecord> Read(string text)
    {
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        var line = 1;
        while (at < text.Length)
        {
            var first = line;
            var fields = new List<string>();
            string? fault = null;
            var ended = false;
            while (!ended)
                ended = Field(text, ref at, ref line, fields, ref fault);
            if (fields.Count > 1 || fields[0].Length > 0)
                yield return new CsvRecord(first, fields, fault);
        }
    }

    /// <summary>Reads one field and what ends it; true when it was the record's last.</summary>
    private static bool Field(string text, ref int at, ref int line, List<string> fields, ref string? fault)
    {
        var value = new StringBuilder();
        if (at < text.Length && text[at] == '"')
        {
            at++;
            if (!Quoted(text, ref at, ref line, value))
                fault = UnclosedQuote;
            else if (at < text.Length && text[at] is not (',' or '\r' or '\n'))
                fault = TextAfterQuote;
        }

        while (at < text.Length && text[at] is not (',' or '\n'))
            value.Append(text[at++]);
        fields.Add(TextFold.Clean(value.ToString()));
        if (at >= text.Length)
            return true;
        if (text[at++] == ',')
            return false;
        line++;
        return true;
    }

    /// <summary>Reads up to the closing quote; false when there is none.</summary>
    private static bool Quoted(string text, ref int at, ref int line, StringBuilder value)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 >= text.Length || text[at + 1] != '"')
                {
                    at++;
                    return true;
                }

                at++;
            }
            else if (text[at] == '\n')
            {
                line++;
            }

            value.Append(text[at]);
        }

        return false;
    }
}
