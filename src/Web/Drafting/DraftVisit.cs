using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Auth;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>One draft that one socket has open.</summary>
/// <param name="socket">The socket; several visits may share it.</param>
/// <param name="name">The document's name as the client writes it in Hocuspocus; null for y-websocket.</param>
/// <param name="session">Whose session the ticket was given to.</param>
/// <param name="official">The person.</param>
/// <param name="time">The node's clock.</param>
internal sealed class DraftVisit(DraftSocket socket, string? name, SessionKey session, OfficialId official, TimeProvider time)
{
    public const int FirstStepsPerSecondMax = 1;

    public const int FirstStepsAtOnceMax = 5;

    /// <summary>Null for y-websocket, which has no word for saved.</summary>
    private readonly SavedWords? _words = name is null ? null : new SavedWords(time);
    private readonly Dictionary<long, AwarenessState> _said = [];

    /// <summary>
    /// A client sends one first step when it connects, and some another one now and then; the answer may be the whole draft,
    /// which its grain encodes for that.
    /// </summary>
    private readonly FramePace _firstSteps = new(FirstStepsPerSecondMax, FirstStepsAtOnceMax, time);

    /// <summary>Tells the visit from all others of the draft, on every node; never 0.</summary>
    public long Number { get; } = Random.Shared.NextInt64(1, long.MaxValue);

    public DraftSocket Socket => socket;

    public string? Name => name;

    public SessionKey Session => session;

    public OfficialId Official => official;

    /// <summary>What the draft last said of the person; set before anything is sent.</summary>
    public DraftAdmission Admission { get; set; } = new(DraftRight.Read, "", "", ImmutableArray<IDraftRoom>.Empty);

    /// <summary>When the right was last confirmed, by the node's monotonic clock.</summary>
    public long AdmittedAt { get; set; }

    /// <summary>When something that it said of itself was last sent on; guarded by its room's awareness.</summary>
    public long SaidAt { get; set; }

    /// <summary>What it said of itself since, the newest word of each client; guarded by its room's awareness.</summary>
    public Dictionary<long, AwarenessState> Said => _said;

    /// <summary>In which colour the person is shown; null before the first word, then kept. Guarded by its room's awareness.</summary>
    public string? Colour { get; set; }

    /// <summary>
    /// The client id that its text has: a client speaks of itself before it sends any. Null before; set and read by whoever
    /// reads its socket.
    /// </summary>
    public long? Client { get; set; }

    /// <summary>Watches the session; disposed with the visit.</summary>
    public IDisposable? Watch { get; set; }

    public void Send(DraftFrames frames) => socket.Send(frames.For(name));

    /// <summary>Waits until one more first step may be answered. One caller at a time: whoever reads the socket.</summary>
    public ValueTask TakeFirstStep() => _firstSteps.Take();

    /// <summary>The client is asked for its second step.</summary>
    public void Asked() => _words?.Asked();

    /// <summary>An update or a second step has come; it is answered once.</summary>
    public void Took(bool isSecondStep) => _words?.Took(isSecondStep);

    /// <summary>
    /// Tells the client what became of one second step or update: Hocuspocus counts down what is unsaved by it, at the time
    /// that <see cref="SavedWords"/> says. y-websocket has no word for saved, only for no.
    /// </summary>
    public void Answer(DraftAnswer answer)
    {
        if (_words is not null)
            Answer(_words, answer == DraftAnswer.Saved);
        else if (answer == DraftAnswer.ReadOnly)
            socket.Send(FrameWriter.PermissionDenied(null, "readonly"));
        else if (CloseOf(answer) is { IsFinal: true } why)
            socket.Send(FrameWriter.PermissionDenied(null, why.Reason));
        if (CloseOf(answer) is { } close)
            socket.Close(close);
    }

    /// <summary>Gives the client the answers that waited for its silence, some at a time.</summary>
    public void AnswerLate()
    {
        for (var owed = _words?.Release() ?? 0; owed > 0; owed--)
            Tell(isSaved: true);
    }

    private void Answer(SavedWords words, bool isSaved)
    {
        if (words.Answered(isSaved) || !isSaved)
            Tell(isSaved);
    }

    private void Tell(bool isSaved) => socket.Send(FrameWriter.SyncStatus(name!, isSaved));

    private static DraftClose? CloseOf(DraftAnswer answer) => answer switch
    {
        DraftAnswer.Refused => DraftClose.Malformed,
        DraftAnswer.Foreign => DraftClose.Foreign,
        DraftAnswer.TooMany => DraftClose.TooMany,
        DraftAnswer.TryAgain => DraftClose.Unavailable,
        _ => null,
    };
}
