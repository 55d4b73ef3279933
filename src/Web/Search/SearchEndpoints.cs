using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Search;

/// <summary>The search box.</summary>
internal static class SearchEndpoints
{
    private const int QuestionCharsMax = 200;

    private const int HitsMax = 100;

    private const int HitsDefault = 20;

    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/search", async (string? q, int? take, Caller caller, SearchGate search, CancellationToken cancellation) =>
        {
            var question = q?.Trim() ?? "";
            if (question.Length is 0)
                return new Refusal(RefusalCode.FieldMissing, "q").ToResult();
            if (question.Length > QuestionCharsMax || question.Contains('\0') || question.Any(char.IsSurrogate))
                return new Refusal(RefusalCode.FieldInvalid, "q").ToResult();
            return (await search.Documents(caller.Actor, question, Math.Clamp(take ?? HitsDefault, 1, HitsMax), cancellation)).ToResult();
        }).WithTags("Search").RequireAct(Act.Search);
}
