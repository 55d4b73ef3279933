using Microsoft.AspNetCore.Http.Features;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Storage.Registers;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace PartyRealtime.Web.Registers;

/// <summary>
/// A register as an XLSX file. Rows go out as they are read: the memory it takes does not grow with the book (the Open XML
/// SDK holds a file that it writes until its end, and is the tests' reader instead). Every text is a text cell and never a
/// formula, whatever it begins with.
/// </summary>
internal sealed class RegisterSheet(RegisterBook book, int year, RegisterWords words, IAsyncEnumerable<RegisterLine> lines) : IResult
{
    /// <summary>A third of the rows that a sheet of the format may have.</summary>
    public const int LinesMax = 300_000;

    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly (string Name, double Width)[] Arrivals =
    [
        ("number", 8), ("date", 12), ("symbol", 18), ("documentDate", 12), ("from", 32), ("type", 8), ("abstract", 70), ("urgency", 14),
        ("secrecy", 12), ("files", 6), ("pages", 8), ("copies", 8), ("dueOn", 12), ("handler", 26), ("alsoTo", 40), ("state", 18), ("note", 30),
    ];

    private static readonly (string Name, double Width)[] Issues =
    [
        ("number", 8), ("symbol", 18), ("documentDate", 12), ("type", 8), ("abstract", 70), ("urgency", 14), ("secrecy", 12), ("signer", 26),
        ("recipients", 48), ("units", 10), ("files", 6), ("pages", 8), ("copies", 8), ("dueOn", 12), ("note", 30),
    ];

    private (string Name, double Width)[] Columns => book == RegisterBook.Incoming ? Arrivals : Issues;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{words.Of(book == RegisterBook.Incoming ? "incomingFile" : "outgoingFile")}-{year:D4}.xlsx\"";
        response.Headers.CacheControl = "no-store";
        // The archive writes its few directory entries without waiting; the rows between them are written as the line takes them.
        if (httpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
        await Write(response.Body, httpContext.RequestAborted);
    }

    private async Task Write(Stream stream, CancellationToken cancellation)
    {
        var options = new SpreadCheetahOptions { DefaultDateTimeFormat = NumberFormat.Custom("dd/mm/yyyy") };
        await using var sheet = await Spreadsheet.CreateNewAsync(stream, options, cancellation);
        await sheet.StartWorksheetAsync(words.Of(book == RegisterBook.Incoming ? "incomingShort" : "outgoingShort"), Shape(), cancellation);
        var head = sheet.AddStyle(new Style { Font = { Bold = true } });
        await sheet.AddRowAsync([.. Columns.Select(column => new Cell(words.Column(Head(column.Name)), head))], cancellation);
        await foreach (var line in lines.WithCancellation(cancellation))
            await sheet.AddRowAsync([.. Columns.Select(column => CellOf(column.Name, line))], cancellation);
        await sheet.FinishAsync(cancellation);
    }

    private WorksheetOptions Shape()
    {
        var options = new WorksheetOptions { FrozenRows = 1 };
        for (var at = 0; at < Columns.Length; at++)
            options.Column(at + 1).Width = Columns[at].Width;
        return options;
    }

    private string Head(string column) => column == "number" && book == RegisterBook.Incoming ? "arrivalNumber" : column;

    private Cell CellOf(string column, RegisterLine line) => column switch
    {
        "number" => new Cell(line.Number),
        "date" => Day(line.Date),
        "symbol" => new Cell(line.Symbol),
        "documentDate" => Day(line.DocumentDate),
        "from" or "signer" => new Cell(line.From),
        "type" => new Cell(line.Type),
        "abstract" => new Cell(line.Abstract),
        "urgency" => line.Urgency == Urgency.Normal ? default : new Cell(words.Value("urgency", line.Urgency)),
        "secrecy" => line.Secrecy == Secrecy.Normal ? default : new Cell(words.Value("secrecy", line.Secrecy)),
        "files" => line.Files > 0 ? new Cell(line.Files) : default,
        "pages" => line.Pages is { } pages ? new Cell(pages) : default,
        "copies" => line.Copies is { } copies ? new Cell(copies) : default,
        "dueOn" => Day(line.DueOn),
        "handler" => new Cell(line.Handler),
        "alsoTo" => new Cell(line.AlsoTo),
        "recipients" => new Cell(line.Recipients),
        "units" => line.Units is { } units ? new Cell(units) : default,
        "state" when line.Recall == RecallAnswer.Agreed => new Cell(words.Value("recallAnswers", "cancelled")),
        "state" => line.State is { } state ? new Cell(words.Value("deliveryStates", state)) : default,
        _ => line.Voided ? new Cell(words.Of("voided").Replace("{{reason}}", line.VoidReason, StringComparison.Ordinal)) : default,
    };

    /// <summary>A date without a time: the number of its day, so that it sorts and filters as a date everywhere.</summary>
    private static Cell Day(DateOnly? day) => day is { } date ? new Cell(date.ToDateTime(TimeOnly.MinValue)) : default;
}
