using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlEffects(PostgreSqlServer server) : EffectSuite(new PostgreSqlDatabase(server));

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlIdempotency(PostgreSqlServer server) : IdempotencySuite(new PostgreSqlDatabase(server));

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlRegisters(PostgreSqlServer server) : RegisterSuite(new PostgreSqlDatabase(server));

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlItems(PostgreSqlServer server) : ItemSuite(new PostgreSqlDatabase(server));

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlBatches(PostgreSqlServer server) : BatchSuite(new PostgreSqlDatabase(server));

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlRowMappings(PostgreSqlServer server) : RowMappingSuite(new PostgreSqlDatabase(server));

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlExpectedRows(PostgreSqlServer server) : ExpectedRowsSuite(new PostgreSqlDatabase(server));

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlConcurrency(PostgreSqlServer server) : ConcurrencySuite(new PostgreSqlDatabase(server), writers: 8);

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlRetention(PostgreSqlServer server) : RetentionSuite(new PostgreSqlDatabase(server));
