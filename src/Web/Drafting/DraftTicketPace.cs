using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.Web.Drafting;

/// <summary>Tickets of one person: 60 at once, for whoever has many drafts open when a node stops, then one a second.</summary>
internal sealed class DraftTicketPace(TimeProvider time)
{
    public const int AtOnceMax = 60;

    private readonly TokenBuckets _perPerson = new(AtOnceMax, TimeSpan.FromSeconds(1), time);

    /// <summary>Null when the person may have one, else how long to wait.</summary>
    public TimeSpan? Take(OfficialId official) => _perPerson.Take(official.ToString());
}
