using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Drafting;

public sealed class SqliteDrafting() : DraftingSuite(() => new SqliteDatabase());
