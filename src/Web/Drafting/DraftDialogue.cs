using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>What both protocols have in common once a draft is open: a frame of the client, and what is done about it.</summary>
internal static class DraftDialogue
{
    /// <summary>Handles one frame; the next of the same socket comes when this has ended. What says nothing to us is left out.</summary>
    public static async Task Handle(DraftPlace place, DraftMessage message)
    {
        switch (message.Kind)
        {
            case FrameKind.Sync or FrameKind.SyncReply when message.Step == SyncStep.StateVector:
                await place.Visit.TakeFirstStep();
                await place.Room.Synchronise(place.Visit, message.Body, message.Kind == FrameKind.SyncReply);
                break;
            case FrameKind.Sync or FrameKind.SyncReply:
                place.Room.Take(place.Visit, message.Body, message.Step == SyncStep.Difference);
                break;
            case FrameKind.Awareness:
                Say(place, message.Body);
                break;
            case FrameKind.AwarenessQuery:
                Introduce(place);
                break;
            default:
                break;
        }
    }

    /// <summary>Everybody who is there.</summary>
    public static void Introduce(DraftPlace place) => place.Visit.Socket.Send(
        FrameWriter.Awareness(place.Visit.Name, AwarenessUpdate.Encode([.. place.Room.Awareness.Present])));

    private static void Say(DraftPlace place, byte[] body)
    {
        if (AwarenessUpdate.Decode(body, AwarenessRules.Readable) is { } words)
            place.Room.Awareness.Say(place.Visit, words);
        else
            place.Visit.Socket.Close(DraftClose.Malformed);
    }
}
