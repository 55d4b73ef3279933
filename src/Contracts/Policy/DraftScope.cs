using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Policy;

/// <summary>Who may do what in a draft that is written together. Deny by default; clearance below secrecy always denies.</summary>
public static class DraftScope
{
    /// <summary>
    /// What the person may do now; null for somebody for whom there is no such draft, as for all whom the document only
    /// reached by a delivery. While it is drafted its author writes and the invited seats do what they were invited for, the
    /// highest right of several; everybody else of the issuing side reads. While it is reviewed nobody writes: who wrote or
    /// suggested, and those who review it, may suggest, and that stands when it comes back. After that all of these read.
    /// </summary>
    /// <param name="row">The document; one that is not written together has no draft.</param>
    /// <param name="participants">The seats that are invited now.</param>
    /// <param name="actor">The person.</param>
    /// <param name="isInside">
    /// Whether the person is of the issuing side or invited (<see cref="DocumentScope.IsIssuing"/>, <see cref="DocumentScope.IsInvited"/>).
    /// </param>
    public static DraftRight? RightOf(DocumentRow row, ImmutableArray<DraftParticipantRow> participants, Actor actor, bool isInside)
    {
        if (!row.Together || !isInside || row.Secrecy > actor.Clearance)
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
