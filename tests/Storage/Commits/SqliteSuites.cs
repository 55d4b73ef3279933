using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

public sealed class SqliteEffects() : EffectSuite(new SqliteDatabase());
