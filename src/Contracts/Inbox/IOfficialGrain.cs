using Orleans.Concurrency;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>
/// Orders what a person does with the own inbox. Every act is answered only when it is durable; the same command id
/// gives the same receipt.
/// </summary>
[Alias("Iofficial-grain")]
[GrainInterfaceType("i-official")]
public interface IOfficialGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Marks items as read by this person. Items that are not held, not there or read before are passed over, so the
    /// answer does not tell them apart.
    /// </summary>
    [Alias("mark-read")]
    Task<Outcome<Receipt>> MarkRead(CommandContext context, MarkItemsRead request);

    /// <summary>
    /// Closes notes and for-information items, for every holder of the seat. Items of another kind are refused
    /// NotAllowedNow; items that are not held, not there or closed before are passed over.
    /// </summary>
    [Alias("close")]
    Task<Outcome<Receipt>> Close(CommandContext context, CloseItems request);

    /// <summary>
    /// Sends a note; its stream is new, so several of one sender are in flight at a time. Refuses FieldMissing,
    /// FieldTooLong, FieldInvalid for the text, NotInScope for a document that the sender may not see or an addressee
    /// who is not there, AssigneeNotAllowed for an addressee who may not see the document.
    /// </summary>
    [Alias("send-note")]
    [AlwaysInterleave]
    Task<Outcome<Receipt>> SendNote(CommandContext context, SendNote request);

    /// <summary>
    /// Makes sure that an own command is not applied from now on, unless it already was. The receipt when it was
    /// applied, CommandAbandoned when a late arrival will be refused, UnknownOutcome when the store could not say.
    /// Waits for no other act of the person. Idempotent.
    /// </summary>
    [Alias("abandon")]
    [AlwaysInterleave]
    Task<Outcome<Receipt>> Abandon(CommandId command);
}
