namespace PartyRealtime.Storage.Organisation;

/// <summary>
/// The last change of the organisation. The position alone does not name it: a standby that took over without having heard the
/// last changes may have given the same position to another one before anybody looked.
/// </summary>
/// <param name="Position">Of the organisation's stream; 0 before the first change.</param>
/// <param name="AtMs">When it was written, by the database's clock.</param>
public readonly record struct OrganisationHead(long Position, long AtMs);
