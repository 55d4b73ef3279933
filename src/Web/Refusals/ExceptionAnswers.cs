using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Orleans.Serialization;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Refusals;

/// <summary>
/// What a person is told when something throws: never the exception. A command whose call broke off may have been
/// applied, so its answer is UnknownOutcome and the client sends it again under the same id; one that never reached its
/// endpoint was not, so its answer is Unavailable like a read's.
/// </summary>
internal static class ExceptionAnswers
{
    private const int FieldCharsMax = 40;

    public static async Task Write(HttpContext http)
    {
        var feature = http.Features.Get<IExceptionHandlerFeature>();
        var mayBeApplied = feature?.Endpoint?.Metadata.GetMetadata<ActMetadata>()?.Rule.IsCommand == true
            && http.RequestServices.GetRequiredService<Caller>().HasSent;
        if (RefusalOf(http, feature?.Error, mayBeApplied) is not { } code)
        {
            await Internal(http, mayBeApplied);
        }
        else
        {
            var field = FieldOf(feature?.Error);
            if (feature?.Error is BadHttpRequestException)
                RefusalLog.Unreadable(http.RequestServices.GetRequiredService<ILogger<Refusal>>(), RefusalResults.CodeOf(code), field);
            await new Refusal(code, field).Write(http);
        }
    }

    /// <summary>A bug. Of a command that reached its endpoint it is settled first whether it was applied.</summary>
    private static async Task Internal(HttpContext http, bool mayBeApplied)
    {
        if (mayBeApplied && await BrokenCommand.Settle(http) is { } settled)
        {
            await settled.ToResult().ExecuteAsync(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await http.Response.WriteAsJsonAsync(
            new { title = "internal", status = 500, code = "internal", traceId = http.TraceIdentifier },
            options: null,
            contentType: "application/problem+json",
            http.RequestAborted);
    }

    /// <summary>
    /// A store that is away is a refusal and no bug, and so are a node that is gone, a cluster without silos and what nobody
    /// can read: they are counted with the refusals, and thousands of equal stack traces would hide what else the log says.
    /// </summary>
    public static bool IsRefusal(ExceptionHandlerSuppressDiagnosticsContext context) =>
        context.Exception is DbException { IsTransient: true } or OrleansMessageRejectionException or BadHttpRequestException
        || IsUndecided(context.HttpContext, context.Exception);

    /// <summary>
    /// Where no node of the cluster decides, Orleans knows of no such grain and says so as of a caller's mistake; nothing was
    /// sent to anybody.
    /// </summary>
    private static bool IsUndecided(HttpContext http, Exception? error) =>
        error is ArgumentException && !http.RequestServices.GetRequiredService<Deciders>().Any;

    /// <summary>The field of the body that cannot be read, where the JSON names one: the outermost of where reading stopped.</summary>
    private static string? FieldOf(Exception? error)
    {
        if (error is not BadHttpRequestException { InnerException: JsonException { Path: ['$', '.', .. var path] } })
            return null;
        var name = path.Split('.', '[')[0];
        // Names of our own requests are such words; whatever else a sender writes there is not sent back.
        return name.Length is > 0 and <= FieldCharsMax && name.All(char.IsAsciiLetterOrDigit) ? name : null;
    }

    private static RefusalCode? RefusalOf(HttpContext http, Exception? error, bool mayBeApplied) => error switch
    {
        _ when IsUndecided(http, error) => RefusalCode.Unavailable,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => RefusalCode.FileTooLarge,
        // Its body came too slowly to be waited for; nothing of it was looked at, and over a better line it may be sent again.
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => RefusalCode.Unavailable,
        BadHttpRequestException { InnerException: TopSecretException } => RefusalCode.TopSecretRefused,
        BadHttpRequestException => RefusalCode.Malformed,
        // Not the client's own going away: then nobody reads the answer.
        TimeoutException or OrleansException or OperationCanceledException => mayBeApplied ? RefusalCode.UnknownOutcome : RefusalCode.Unavailable,
        // What a grain on another node threw, of a type that does not travel, such as a driver's.
        UnavailableExceptionFallbackException => mayBeApplied ? RefusalCode.UnknownOutcome : RefusalCode.Unavailable,
        DbException or SocketException => mayBeApplied ? RefusalCode.UnknownOutcome : RefusalCode.Unavailable,
        _ => null,
    };
}
