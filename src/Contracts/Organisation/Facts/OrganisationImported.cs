using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation.Facts;

/// <summary>An import is complete.</summary>
public sealed record OrganisationImported(int Units, int Officials) : IFact
{
    public static string Kind => "organisation.imported";
}
