namespace PartyRealtime.Contracts.Refusals;

/// <summary>Every expected refusal. Values are stable; their meaning stands in <see cref="RefusalTable"/>.</summary>
public enum RefusalCode
{
    /// <summary>There is no such thing within the person's scope: missing and forbidden are one answer.</summary>
    NotInScope = 1,

    /// <summary>No session, or it ended.</summary>
    SignInRequired = 2,

    /// <summary>Name and password do not match, or the account is locked or disabled.</summary>
    SignInFailed = 3,

    /// <summary>The act asks for the password again.</summary>
    StepUpRequired = 4,

    /// <summary>The rate limit was passed.</summary>
    TooManyRequests = 5,

    /// <summary>The state of the document or delivery does not allow the act.</summary>
    NotAllowedNow = 6,

    /// <summary>The act belongs to another role of this unit.</summary>
    NotYourRole = 7,

    /// <summary>A mandatory field is empty.</summary>
    FieldMissing = 8,

    /// <summary>A field is longer than its limit.</summary>
    FieldTooLong = 9,

    /// <summary>A field does not have the form it must have.</summary>
    FieldInvalid = 10,

    /// <summary>This body may not issue this type of document (authority table).</summary>
    TypeNotAllowed = 11,

    /// <summary>The recipient set is empty.</summary>
    NoRecipients = 12,

    /// <summary>The recipient set is over the limit.</summary>
    TooManyRecipients = 13,

    /// <summary>A named unit does not exist.</summary>
    UnknownUnit = 14,

    /// <summary>A named unit does not receive documents.</summary>
    UnitDoesNotReceive = 15,

    /// <summary>The confirmed number of units is not the number that would receive.</summary>
    RecipientCountDiffers = 16,

    /// <summary>The seat is outside the scope of the assignment.</summary>
    AssigneeNotAllowed = 17,

    /// <summary>An assignment names no lead.</summary>
    LeadMissing = 18,

    /// <summary>No such upload of this person.</summary>
    UnknownFile = 19,

    /// <summary>The file is over the limit.</summary>
    FileTooLarge = 20,

    /// <summary>The file is not what its name or media type says, or not an allowed type.</summary>
    FileTypeDiffers = 21,

    /// <summary>The write carries no Idempotency-Key, or not a UUID.</summary>
    CommandIdMissing = 22,

    /// <summary>The same command id came with another body.</summary>
    CommandIdReused = 23,

    /// <summary>The command id was abandoned by a status question.</summary>
    CommandAbandoned = 24,

    /// <summary>Somebody else changed it at the same time.</summary>
    ChangedMeanwhile = 25,

    /// <summary>Top-secret documents never enter this system.</summary>
    TopSecretRefused = 26,

    /// <summary>The request came from another origin.</summary>
    OriginRefused = 28,

    /// <summary>It is not known whether the command was applied: send it again with the same id.</summary>
    UnknownOutcome = 29,

    /// <summary>The store cannot take writes now.</summary>
    Unavailable = 30,

    /// <summary>The node is at its limit.</summary>
    Busy = 31,

    /// <summary>The request cannot be read.</summary>
    Malformed = 32,

    /// <summary>No unit is due for a reminder: all have registered, or were reminded lately.</summary>
    NothingToRemind = 33,

    /// <summary>Without this node nobody would serve, or nobody decide.</summary>
    LastReadyNode = 34,

    /// <summary>A Word file in the format before 2007, which is not read.</summary>
    OldWordFile = 40,

    /// <summary>The file asks for a password, or only some people may open it.</summary>
    EncryptedFile = 41,

    /// <summary>The file is cut off or damaged.</summary>
    BrokenFile = 42,

    /// <summary>What is in the file is more than is taken, whatever its size.</summary>
    ContentTooLarge = 43,

    /// <summary>As many versions of the draft are named as may be.</summary>
    TooManyVersions = 45,

    /// <summary>The seat or the account is already as it was asked to be.</summary>
    NothingToChange = 50,

    /// <summary>More of something than may be; the parameter <c>max</c> says how many may.</summary>
    TooMany = 51,

    /// <summary>The document's text, sheet or attachments are not those that the person says to have seen.</summary>
    TextChanged = 52,
}
