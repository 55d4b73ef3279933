using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation.Facts;

/// <summary>The demo organisation is complete.</summary>
public sealed record OrganisationSeeded(string Size, int Units, int Officials) : IFact
{
    public static string Kind => "organisation.seeded";
}
