using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

public sealed class PostgreSqlLiveEqualsFresh(PostgreSqlServer server) : LiveEqualsFreshSuite(() => new PostgreSqlDatabase(server));
