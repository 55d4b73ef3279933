using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Documents;

/// <summary>To whom a draft is submitted; absent = the principal leader.</summary>
internal sealed record SubmitBody(SeatId? To);

/// <summary>Who may take part in a draft; an absent right takes the invitation back.</summary>
internal sealed record InviteBody(SeatId Seat, DraftRight? Right, long? ExpectedPosition);

/// <summary>A comment or suggestion: places are base64, absent mentions are none.</summary>
internal sealed record OpenThreadBody(
    ThreadKind Kind, byte[]? Start, byte[]? End, string? Quote, string? Replacement, string? Text, ImmutableArray<OfficialId>? Mentions);

/// <summary>A further word in a thread.</summary>
internal sealed record ReplyBody(string? Text, ImmutableArray<OfficialId>? Mentions);

/// <summary>What a version is to be called.</summary>
internal sealed record NameBody(string? Name);

/// <summary>A remark.</summary>
internal sealed record TextBody(string? Text);

/// <summary>A reason.</summary>
internal sealed record ReasonBody(string? Reason);

/// <summary>Whom to remind; absent or empty = every unit that is due.</summary>
internal sealed record RemindBody(ImmutableArray<UnitId>? Units);

/// <summary>A clearance: what was seen, as the document's view names it; absent where the sender does not say.</summary>
internal sealed record ClearBody(string? BodyHash, int? BodyVersion);

/// <summary>A signature: the password again, the capacity, and what was seen as in <see cref="ClearBody"/>.</summary>
internal sealed record SignBody(string? Password, SignCapacity Capacity, string? BodyHash, int? BodyVersion);

/// <summary>What the register says of the paper, at its number.</summary>
internal sealed record NumberBody(int? Pages, int? Copies);

/// <summary>A voided number.</summary>
internal sealed record VoidBody(string? Reason, bool BodyStays);

/// <summary>An issue: selectors of the recipient tree, and the number of units that the person confirmed.</summary>
internal sealed record IssueBody(ImmutableArray<string>? Recipients, ImmutableArray<string>? Except, int ConfirmUnits);

/// <summary>The document that takes the place of this one.</summary>
internal sealed record ReplaceBody(Guid By);

/// <summary>The letter that corrects this one.</summary>
internal sealed record CorrectBody(Guid Letter);
