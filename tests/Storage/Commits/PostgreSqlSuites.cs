using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

public sealed class PostgreSqlEffects(PostgreSqlServer server) : EffectSuite(new PostgreSqlDatabase(server));
