using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Policy;

/// <summary>Who may do what in a draft that is written together. Deny by default; clearance below secrecy always denies.</summary>
public static class DraftScope
{
    /// <summary>
    /// What the person may do now; null for somebody for whom there is no such draft. While it is drafted its author
    /// writes and the invited seats do what they were invited for, the highest right of several; everybody else who may
    /// see the document reads, and so do all when it is out of its author's hands.
    /// </summary>
    /// <param name="row">The document; one that is not written together has no draft.</param>
    /// <param name="participants">The seats that are invited now.</param>
    /// <param name="actor">The person.</param>
    /// <param name="maySee">Whether the person may see the document (<see cref="DocumentScope"/>).</param>
    public static DraftRight? RightOf(DocumentRow row, ImmutableArray<DraftParticipantRow> participants, Actor actor, bool maySee)
    {
        if (!row.Together || !maySee || row.Secrecy > actor.Clearance)
            return null;
        if (row.State != DocumentState.Drafting)
            return DraftRight.Read;
        if (DocumentWorkflow.RoleOf(row, actor).HasFlag(DocumentRole.Author))
            return DraftRight.Write;
        return participants.Where(participant => actor.Holds(participant.Seat)).Max(participant => participant.Right) ?? DraftRight.Read;
    }
}
