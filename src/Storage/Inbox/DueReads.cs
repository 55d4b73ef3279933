using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Inbox;

/// <summary>Reads the head of the index of what can still fall due.</summary>
internal sealed class DueReads(IReadStore store) : IDueReads
{
    public async Task<ImmutableArray<HeldItem>> Passed(DateOnly today, int max, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var rows = await connection.QueryAsync<InboxItemRow>(new CommandDefinition(
            InboxSql.Due,
            new { Today = today.ToString("O", CultureInfo.InvariantCulture), Take = max },
            cancellationToken: cancellation));
        return [.. rows.Select(row => row.ToHeld())];
    }
}
