using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Organisation;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlOrganisation(PostgreSqlServer server) : OrganisationSuite(new PostgreSqlDatabase(server));
