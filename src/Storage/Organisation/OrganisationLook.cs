namespace PartyRealtime.Storage.Organisation;

/// <summary>
/// A look at the head of the organisation's stream. Whoever gives or takes a seat, or changes an account, appends to it: what
/// was read of people under one version is true as long as looks find that version.
/// </summary>
/// <param name="Version">The head.</param>
/// <param name="At">When the look began, by the monotonic clock.</param>
public sealed record OrganisationLook(long Version, long At);
