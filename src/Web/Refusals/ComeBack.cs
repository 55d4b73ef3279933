using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Refusals;

/// <summary>
/// Busy, with a time to come back that is another one for everybody: those who were refused together must not come
/// together again.
/// </summary>
internal static class ComeBack
{
    private const int MsMin = 1_000;
    private const int MsMax = 5_000;

    public static Refusal Busy() => new(RefusalCode.Busy, Params: ImmutableDictionary<string, string>.Empty.Add(
        RefusalResults.RetryAfterMs, Random.Shared.Next(MsMin, MsMax).ToString(CultureInfo.InvariantCulture)));
}
