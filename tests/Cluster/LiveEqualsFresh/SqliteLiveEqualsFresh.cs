using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

public sealed class SqliteLiveEqualsFresh() : LiveEqualsFreshSuite(() => new SqliteDatabase());
