using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Refusals;

/// <summary>The one place where a refusal becomes an HTTP answer (RFC 9457), over HTTP's status and nothing else of it.</summary>
public static class RefusalResults
{
    /// <summary>The parameter that says after how many milliseconds the same request may be sent again.</summary>
    public const string RetryAfterMs = "retryAfterMs";

    private const int RetryAfterMsDefault = 1_000;

    /// <summary>The code as it is written on the wire.</summary>
    public static string CodeOf(RefusalCode code) => JsonNamingPolicy.CamelCase.ConvertName(RefusalTable.Known(code).ToString());

    /// <summary>The value, or the refusal as a problem.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome) =>
        outcome.IsOk ? Results.Ok(outcome.Value) : outcome.Refusal.ToResult();

    /// <summary>What <paramref name="answer"/> makes of the value, or the refusal as a problem.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult> answer) =>
        outcome.IsOk ? answer(outcome.Value) : outcome.Refusal.ToResult();

    /// <summary>application/problem+json with code, field, params, retryAfterMs and traceId.</summary>
    public static IResult ToResult(this Refusal refusal) => new RefusalResult(refusal);

    /// <summary>Writes the refusal as the whole answer.</summary>
    public static Task Write(this Refusal refusal, HttpContext http)
    {
        RefusalMetrics.Refused(refusal.Code);
        var status = RefusalTable.HttpStatus(refusal.Code);
        var problem = new Dictionary<string, object?>
        {
            ["title"] = CodeOf(refusal.Code),
            ["status"] = status,
            ["code"] = CodeOf(refusal.Code),
            ["traceId"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
        };
        if (refusal.Field is { } field)
            problem["fields"] = new[] { new { field, code = CodeOf(refusal.Code) } };
        var shown = refusal.Params?.Remove(RetryAfterMs);
        if (shown is { IsEmpty: false })
            problem["params"] = shown;
        if (RefusalTable.Recourse(refusal.Code) == Recourse.MayRetry)
        {
            var milliseconds = RetryAfter(refusal);
            problem[RetryAfterMs] = milliseconds;
            http.Response.Headers.RetryAfter = ((milliseconds + 999) / 1000).ToString(CultureInfo.InvariantCulture);
        }

        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", http.RequestAborted);
    }

    private static long RetryAfter(Refusal refusal) =>
        refusal.Params?.GetValueOrDefault(RetryAfterMs) is { } text && long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds)
            ? milliseconds
            : RetryAfterMsDefault;

    private sealed class RefusalResult(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => refusal.Write(httpContext);
    }
}
