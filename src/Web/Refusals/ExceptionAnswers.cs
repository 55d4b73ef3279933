using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Policy;

namespace PartyRealtime.Web.Refusals;

/// <summary>
/// What a person is told when something throws: never the exception. A command whose call broke off may have been
/// applied, so its answer is UnknownOutcome and the client sends it again under the same id.
/// </summary>
internal static class ExceptionAnswers
{
    public static async Task Write(HttpContext http)
    {
        var feature = http.Features.Get<IExceptionHandlerFeature>();
        var isCommand = feature?.Endpoint?.Metadata.GetMetadata<ActMetadata>()?.Rule.IsCommand == true;
        if (RefusalOf(feature?.Error, isCommand) is { } code)
        {
            await new Refusal(code).Write(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await http.Response.WriteAsJsonAsync(
            new { title = "internal", status = 500, code = "internal", traceId = http.TraceIdentifier },
            options: null,
            contentType: "application/problem+json",
            http.RequestAborted);
    }

    private static RefusalCode? RefusalOf(Exception? error, bool isCommand) => error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => RefusalCode.FileTooLarge,
        BadHttpRequestException => RefusalCode.Malformed,
        TimeoutException or OrleansException => isCommand ? RefusalCode.UnknownOutcome : RefusalCode.Unavailable,
        DbException => isCommand ? RefusalCode.UnknownOutcome : RefusalCode.Unavailable,
        _ => null,
    };
}
