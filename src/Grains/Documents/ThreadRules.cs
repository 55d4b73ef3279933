using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>Comments and suggestions in a draft that is written together. None of it changes the text: that is for those who may write it.</summary>
internal static class ThreadRules
{
    /// <summary>Threads of one draft, however they stand.</summary>
    public const int ThreadsMax = 2_000;

    /// <summary>Entries of a thread behind which nobody replies; room is left to settle it.</summary>
    public const int RepliesMax = 200;

    /// <summary>Entries of a thread.</summary>
    public const int EntriesMax = 300;

    /// <summary>A relative position that names a letter, with room to spare.</summary>
    public const int PlaceBytesMax = 64;

    /// <summary>UTF-16 units of what stands at a place, and of what is to stand there.</summary>
    public const int LettersMax = 5_000;

    /// <summary>UTF-16 units: what an inbox item holds.</summary>
    public const int TextCharsMax = 1_000;

    /// <summary>People named in one entry.</summary>
    public const int MentionsMax = 10;

    /// <summary>
    /// Who may suggest may discuss, while the draft is written or reviewed. The state is looked at before the right, which
    /// follows from it; then the fields, then the thread.
    /// </summary>
    public static Outcome<DocumentDecision> Decide(DocumentRow row, DiscussDraft request, DocumentScene scene)
    {
        if (DraftScope.RightOf(row, scene.Participants, scene.Actor, scene.MaySeeDrafting) is not { } right)
            return RefusalCode.NotInScope;
        if (row.State is not (DocumentState.Drafting or DocumentState.InReview))
            return RefusalCode.NotAllowedNow;
        if (right < DraftRight.Suggest)
            return RefusalCode.NotYourRole;
        return request switch
        {
            OpenThread open => Open(row, open, scene),
            ReplyToThread reply => Reply(row, reply, scene),
            SettleThread settle => Settle(row, settle, right, scene),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.GetType().Name, "A word without a rule."),
        };
    }

    private static Outcome<DocumentDecision> Open(DocumentRow row, OpenThread request, DocumentScene scene)
    {
        if ((CheckPlace(request) ?? CheckLetters(request) ?? CheckWords(request) ?? CheckMentions(request.Mentions, scene)) is { } refusal)
            return refusal;
        if (scene.Threads >= ThreadsMax)
            return new Refusal(RefusalCode.TooMany, "thread", FieldRules.Limit(ThreadsMax));
        var thread = new DraftThreadRow
        {
            Document = row.Id,
            Thread = ThreadId.Of(scene.Command),
            Kind = request.Kind,
            State = DraftThreadState.Open,
            Start = request.Start,
            End = request.End,
            Quote = request.Quote,
            Replacement = request.Replacement,
            Round = row.Round,
            By = scene.Actor.Official,
            At = scene.Now,
            Entries = 0,
            Position = row.Position,
        };
        var fact = FactJson.Of(new ThreadOpened(thread.Thread, thread.Kind, request.Mentions));
        return Said(row, thread, ThreadEntryKind.Opened, request.Text, scene, fact);
    }

    private static Outcome<DocumentDecision> Reply(DocumentRow row, ReplyToThread request, DocumentScene scene)
    {
        if ((FieldRules.Text("text", request.Text, TextCharsMax) ?? CheckMentions(request.Mentions, scene)) is { } refusal)
            return refusal;
        if (scene.Thread is not { } thread)
            return RefusalCode.NotInScope;
        if (thread.Entries >= RepliesMax)
            return new Refusal(RefusalCode.TooMany, "thread", FieldRules.Limit(RepliesMax));
        return Said(row, thread, ThreadEntryKind.Replied, request.Text, scene, FactJson.Of(new ThreadReplied(thread.Thread, request.Mentions)));
    }

    /// <summary>Of two who settle a thread the second is told that it was changed meanwhile.</summary>
    private static Outcome<DocumentDecision> Settle(DocumentRow row, SettleThread request, DraftRight right, DocumentScene scene)
    {
        if (!ThreadWorkflow.Settlements.Contains(request.As))
            return new Refusal(RefusalCode.FieldInvalid, "as");
        if (FieldRules.Optional("text", request.Text, TextCharsMax) is { } tooLong)
            return tooLong;
        if (scene.Thread is not { } thread)
            return RefusalCode.NotInScope;
        if (!ThreadWorkflow.IsFor(request.As, thread.Kind))
            return RefusalCode.NotAllowedNow;
        if (!ThreadWorkflow.MaySettle(request.As, thread.By, right, scene.Actor.Official))
            return RefusalCode.NotYourRole;
        if (!ThreadWorkflow.IsOpenFor(request.As, thread.State))
            return RefusalCode.ChangedMeanwhile;
        if (thread.Entries >= EntriesMax)
            return new Refusal(RefusalCode.TooMany, "thread", FieldRules.Limit(EntriesMax));
        var after = thread with { State = ThreadWorkflow.After(request.As) };
        return Said(row, after, request.As, request.Text, scene, FactJson.Of(new ThreadSettled(thread.Thread, request.As)));
    }

    private static Refusal? CheckPlace(OpenThread request)
    {
        if (!Enum.IsDefined(request.Kind))
            return new Refusal(RefusalCode.FieldInvalid, "kind");
        if (request.Start.Length is 0 or > PlaceBytesMax)
            return new Refusal(RefusalCode.FieldInvalid, "start");
        return request.End.Length is 0 or > PlaceBytesMax ? new Refusal(RefusalCode.FieldInvalid, "end") : null;
    }

    /// <summary>
    /// A suggestion is about letters of one paragraph, and changes something; or it puts paragraphs beside one, and then
    /// takes no letters away. Letters are taken as they are.
    /// </summary>
    private static Refusal? CheckLetters(OpenThread request)
    {
        if (request.Kind == ThreadKind.Comment)
        {
            return request.Replacement is null
                ? FieldRules.Text("quote", request.Quote, LettersMax)
                : new Refusal(RefusalCode.FieldInvalid, "replacement");
        }

        if (request.Replacement is null)
            return new Refusal(RefusalCode.FieldMissing, "replacement");
        if ((FieldRules.Optional("quote", request.Quote, LettersMax) ?? FieldRules.Optional("replacement", request.Replacement, LettersMax)) is { } refusal)
            return refusal;
        if (request.Quote.Contains('\n', StringComparison.Ordinal))
            return new Refusal(RefusalCode.FieldInvalid, "quote");
        var breaksUp = request.Replacement.Contains('\n', StringComparison.Ordinal) && !IsBeside(request);
        return breaksUp || request.Replacement == request.Quote ? new Refusal(RefusalCode.FieldInvalid, "replacement") : null;
    }

    private static bool IsBeside(OpenThread request) =>
        request.Quote.Length == 0 && request.Replacement is { Length: > 1 } put && (put[0] == '\n' || put[^1] == '\n');

    /// <summary>A suggestion speaks for itself, unless it calls somebody.</summary>
    private static Refusal? CheckWords(OpenThread request) =>
        request.Kind == ThreadKind.Comment || request.Mentions.Length > 0
            ? FieldRules.Text("text", request.Text, TextCharsMax)
            : FieldRules.Optional("text", request.Text, TextCharsMax);

    private static Refusal? CheckMentions(ImmutableArray<OfficialId> mentions, DocumentScene scene) =>
        mentions.Length > MentionsMax
            ? new Refusal(RefusalCode.TooMany, "mentions", FieldRules.Limit(MentionsMax))
            : scene.Mentioned.Refusal;

    private static DocumentDecision Said(
        DocumentRow row, DraftThreadRow thread, ThreadEntryKind kind, string text, DocumentScene scene, Fact fact)
    {
        var position = row.Position + 1;
        var entry = new DraftThreadEntryRow
        {
            Document = row.Id,
            Position = position,
            Id = ThreadEntryId.Of(scene.Command),
            Thread = thread.Thread,
            Kind = kind,
            By = scene.Actor.Official,
            At = scene.Now,
            Text = text,
        };
        return DocumentRules.Decided(row, scene, fact) with
        {
            Rows = [thread with { Entries = thread.Entries + 1, Position = position }, entry],
            Says = new ThreadMention(entry, scene.Mentioned.Value),
        };
    }
}
