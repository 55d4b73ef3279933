namespace PartyRealtime.Storage.Organisation;

/// <summary>
/// A look at the head of the organisation's stream. Whoever gives or takes a seat, or changes an account, appends to it: what
/// was read of people in one generation is true as long as looks find that generation.
/// </summary>
/// <param name="Generation">
/// How often looks of this process have found another head than the look before: a head can come back, where a standby took
/// over that had not heard the last of them.
/// </param>
/// <param name="Head">The head.</param>
/// <param name="At">When the look began, by the monotonic clock.</param>
public sealed record OrganisationLook(long Generation, OrganisationHead Head, long At);
