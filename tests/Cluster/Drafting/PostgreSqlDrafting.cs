using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Drafting;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlDrafting(PostgreSqlServer server) : DraftingSuite(() => new PostgreSqlDatabase(server));
