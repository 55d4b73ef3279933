using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

public sealed class SqliteEffects() : EffectSuite(new SqliteDatabase());

public sealed class SqliteIdempotency() : IdempotencySuite(new SqliteDatabase());

public sealed class SqliteRegisters() : RegisterSuite(new SqliteDatabase());

public sealed class SqliteItems() : ItemSuite(new SqliteDatabase());

public sealed class SqliteBatches() : BatchSuite(new SqliteDatabase());

public sealed class SqliteRowMappings() : RowMappingSuite(new SqliteDatabase());

public sealed class SqliteExpectedRows() : ExpectedRowsSuite(new SqliteDatabase());

public sealed class SqliteConcurrency() : ConcurrencySuite(new SqliteDatabase(), writers: 2);

public sealed class SqliteRetention() : RetentionSuite(new SqliteDatabase());
