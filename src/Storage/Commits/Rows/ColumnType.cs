namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>How a column's value travels to both databases.</summary>
internal enum ColumnType
{
    Uuid = 1,
    Bytes = 2,
    Text = 3,
    Int = 4,
    Long = 5,
}
