namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>How a row kind is written.</summary>
internal enum RowWrite
{
    /// <summary>The row as it shall be: inserted, or replaced whole under its key.</summary>
    Upsert = 1,
    /// <summary>Written once; an existing key refuses the command.</summary>
    Insert = 2,
    /// <summary>Sets the columns behind the key on exactly one register entry that is not voided yet.</summary>
    VoidEntry = 3,
}
