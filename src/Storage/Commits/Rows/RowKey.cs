namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>The identity of a row among all rows of all kinds.</summary>
internal readonly record struct RowKey(RowTable Table, object Key);
