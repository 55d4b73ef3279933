namespace PartyRealtime.Contracts.Commits;

/// <summary>
/// A row kind that a commit may carry. The record holds the whole row as it shall be afterwards; Storage knows the
/// table and the key. Replacing is safe because every row that is replaced belongs to a stream whose position the commit
/// checks; rows that are written once are fenced by their key.
/// </summary>
public interface IRow;
