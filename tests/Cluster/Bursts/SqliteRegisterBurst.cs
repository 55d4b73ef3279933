using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Bursts;

public sealed class SqliteRegisterBurst() : RegisterBurstSuite(() => new SqliteDatabase());
