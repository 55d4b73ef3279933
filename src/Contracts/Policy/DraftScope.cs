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
    /// see the document reads. While it is reviewed nobody writes: who wrote or suggested, and those who review it, may
    /// suggest, and that stands when it comes back. After that all read.
    /// </summary>
    /// <param name="row">The document; one that is not written together has no draft.</param>
    /// <param name="participants">The seats that are invited now.</param>
    /// <param name="actor">The person.</param>
    /// <param name="maySee">Whether the person may see the document (<see cref="DocumentScope"/>).</param>
    public static DraftRight? RightOf(DocumentRow row, ImmutableArray<DraftParticipantRow> participants, Actor actor, bool maySee)
    {
        if (!row.Together || !maySee || row.Secrecy > actor.Clearance)
            return null;
        var role = DocumentWorkflow.RoleOf(row, actor);
        var right = role.HasFlag(DocumentRole.Author)
            ? DraftRight.Write
            : participants.Where(participant => actor.Holds(participant.Seat)).Max(participant => participant.Right) ?? DraftRight.Read;
        return row.State switch
        {
            DocumentState.Drafting => right,
            DocumentState.InReview => role != DocumentRole.None || right > DraftRight.Read ? DraftRight.Suggest : DraftRight.Read,
            _ => DraftRight.Read,
        };
    }
}
