using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits;

/// <summary>The answer of a command that was just applied.</summary>
internal static class Receipts
{
    public static Receipt Of(Commit commit, long atMs, TakenNumber? taken)
    {
        var main = commit.Appends[0];
        return new Receipt(
            commit.Claim?.Key.Command,
            main.Stream,
            main.Expected + 1,
            main.Expected + main.Facts.Length,
            DateTimeOffset.FromUnixTimeMilliseconds(atMs),
            taken?.Number,
            taken is null ? null : CommitClock.FromText(taken.On),
            taken?.Symbol);
    }
}
