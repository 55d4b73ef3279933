using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>The changes of one kind as arrays: key columns for every kind, content where the kind writes it.</summary>
internal sealed class InboxArguments(InboxChangeKind kind)
{
    private readonly List<int> ords = [];
    private readonly List<int> indexes = [];
    private readonly List<int> seats = [];
    private readonly List<Guid> subjects = [];
    private readonly List<int> reasons = [];
    private readonly List<int?> fromBoxes = [];
    private readonly List<int> toBoxes = [];
    private readonly List<int> urgencies = [];
    private readonly List<int> secrecies = [];
    private readonly List<string?> dues = [];
    private readonly List<Guid?> documents = [];
    private readonly List<Guid?> deliveries = [];
    private readonly List<int?> fromUnits = [];
    private readonly List<int?> fromOfficials = [];
    private readonly List<string?> notes = [];
    private readonly List<string> readers = [];

    public object[] Arrays => kind switch
    {
        InboxChangeKind.Arrived or InboxChangeKind.Moved =>
            [.. KeyArrays, toBoxes, urgencies, secrecies, dues, documents, deliveries, fromUnits, fromOfficials, notes],
        InboxChangeKind.Read => [.. KeyArrays, readers],
        _ => KeyArrays,
    };

    private object[] KeyArrays => [ords, indexes, seats, subjects, reasons, fromBoxes];

    public void Add(int ord, int index, InboxChange change)
    {
        ords.Add(ord);
        indexes.Add(index);
        seats.Add(change.Key.Seat.Value);
        subjects.Add(change.Key.Subject);
        reasons.Add((int)change.Key.Reason);
        fromBoxes.Add((int?)change.FromBox);
        if (kind == InboxChangeKind.Read)
            readers.Add(change.By!.Value.Value.ToString(CultureInfo.InvariantCulture));
        if (kind is InboxChangeKind.Arrived or InboxChangeKind.Moved)
            AddContent(change);
    }

    private void AddContent(InboxChange change)
    {
        toBoxes.Add((int)change.ToBox);
        urgencies.Add((int)change.Content.Urgency);
        secrecies.Add((int)change.Content.Secrecy);
        dues.Add(CommitClock.ToText(change.Content.DueOn));
        documents.Add(change.Content.Document?.Value);
        deliveries.Add(change.Content.Delivery?.Value);
        fromUnits.Add(change.Content.FromUnit?.Value);
        fromOfficials.Add(change.Content.FromOfficial?.Value);
        notes.Add(change.Content.Note);
    }
}
