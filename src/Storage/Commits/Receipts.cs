using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits;

/// <summary>The answer of a command that was just applied.</summary>
internal static class Receipts
{
    public static Receipt Of(Commit commit, long atMs, TakenNumber? taken)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(atMs);
        if (commit.Appends.IsEmpty)
            return new Receipt(null, default, 0, 0, at);
        var main = commit.Appends[0];
        return new Receipt(
            commit.Claim?.Key.Command,
            main.Stream,
            main.Expected + 1,
            main.Expected + main.Facts.Length,
            at,
            taken?.Number,
            taken is null ? null : CommitClock.FromText(taken.On),
            taken?.Symbol);
    }
}
