using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;

namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>Units, people, seats, what belongs to a person, and the values of the store as a whole.</summary>
internal static class OrganisationTables
{
    public static RowTable Unit { get; } = new RowTableOf<UnitRow>("unit")
        .Int("id", r => r.Id.Value).Keyed(r => r.Id.Value)
        .Text("code", r => r.Code)
        .Int("parent_id", r => r.Parent?.Value)
        .Int("kind", r => (int)r.Kind)
        .Text("tile", r => r.Tile)
        .Text("name", r => r.Name)
        .Text("name_en", r => r.NameEn)
        .Text("organ", r => r.Organ)
        .Flag("registers", r => r.Registers)
        .Flag("receives", r => r.Receives)
        .Date("valid_from", r => r.ValidFrom)
        .Date("valid_to", r => r.ValidTo)
        .Int("successor_id", r => r.Successor?.Value)
        .Int("profile", r => (int)r.Profile);

    public static RowTable Official { get; } = new RowTableOf<OfficialRow>("official")
        .Int("id", r => r.Id.Value).Keyed(r => r.Id.Value)
        .Text("sign_in", r => r.SignIn)
        .Text("name", r => r.Name)
        .Text("name_key", r => r.NameKey)
        .Text("given_name_key", r => r.GivenNameKey)
        .Int("clearance", r => (int)r.Clearance)
        .Flag("demo", r => r.Demo)
        .Text("password_hash", r => r.PasswordHash)
        .Instant("disabled_at_ms", r => r.DisabledAt)
        .Long("stamp", r => r.Stamp);

    public static RowTable Seat { get; } = new RowTableOf<SeatRow>("seat")
        .Int("id", r => r.Id.Value).Keyed(r => r.Id.Value)
        .Int("kind", r => (int)r.Kind)
        .Int("role", r => (int)r.Role)
        .Int("unit_id", r => r.Unit?.Value)
        .Text("title", r => r.Title);

    public static RowTable SeatHolder { get; } = new RowTableOf<SeatHolderRow>("seat_holder")
        .Int("seat_id", r => r.Seat.Value)
        .Int("official_id", r => r.Official.Value)
        .Date("valid_from", r => r.ValidFrom)
        .Keyed(r => (r.Seat, r.Official, r.ValidFrom))
        .Date("valid_to", r => r.ValidTo);

    public static RowTable Session { get; } = new RowTableOf<SessionRow>("session")
        .Bytes("id", r => r.Id).Keyed(r => Convert.ToHexString(r.Id))
        .Int("official_id", r => r.Official.Value)
        .Instant("created_at_ms", r => r.CreatedAt)
        .Instant("seen_at_ms", r => r.SeenAt)
        .Instant("expires_at_ms", r => r.ExpiresAt)
        .Instant("ended_at_ms", r => r.EndedAt)
        .Text("user_agent", r => r.UserAgent);

    public static RowTable SignInLock { get; } = new RowTableOf<SignInLockRow>("sign_in_lock")
        .Int("official_id", r => r.Official.Value).Keyed(r => r.Official.Value)
        .Int("failures", r => r.Failures)
        .Instant("locked_until_ms", r => r.LockedUntil);

    public static RowTable Meta { get; } = new RowTableOf<MetaRow>("meta")
        .Text("name", r => r.Name).Keyed(r => r.Name)
        .Text("value", r => r.Value);

    public static RowTable Preference { get; } = new RowTableOf<PreferenceRow>("preference")
        .Int("official_id", r => r.Official.Value).Keyed(r => r.Official.Value)
        .Text("theme", r => r.Theme)
        .Text("density", r => r.Density)
        .Text("locale", r => r.Locale);
}
