using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Policy;

public sealed class SqliteDocumentScope() : DocumentScopeSuite(new SqliteDatabase());
