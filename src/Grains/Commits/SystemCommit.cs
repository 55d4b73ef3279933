using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Grains.Commits;

/// <summary>What a look at the tables writes, that nobody asked for.</summary>
internal static class SystemCommit
{
    /// <summary>
    /// One fact of one thing with its row afterwards. Several nodes may look at the same time: the position lets one of them
    /// write, and whoever acts on the thing meanwhile wins.
    /// </summary>
    public static Commit Of(StreamId stream, long position, UnitId unit, Fact fact, IRow after, ImmutableArray<InboxChange> inbox) => new()
    {
        By = Actor.System,
        ActingUnit = unit,
        Appends = [new StreamAppend(stream, position, [fact])],
        Rows = [after],
        Inbox = inbox,
    };
}
