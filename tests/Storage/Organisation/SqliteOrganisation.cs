using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

public sealed class SqliteOrganisation() : OrganisationSuite(new SqliteDatabase());
