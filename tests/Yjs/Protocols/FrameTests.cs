using PartyRealtime.Yjs.Protocols;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Protocols;

/// <summary>Frames against those that the clients' own packages write and read.</summary>
public sealed class FrameTests(YjsEngine yjs) : IClassFixture<YjsEngine>
{
    private const string Name = "dự thảo/1\0session";

    private readonly ClientFrames clients = new(yjs);

    [Fact]
    public void What_a_y_websocket_client_sends_is_read()
    {
        var (vector, update, awareness) = clients.Parts();
        AssertSync(clients.Websocket("stepOne"), null, SyncStep.StateVector, vector);
        AssertSync(clients.Websocket("stepTwo"), null, SyncStep.Difference, update);
        AssertSync(clients.Websocket("update"), null, SyncStep.Update, update);
        var frame = Read(clients.Websocket("awareness"), null);
        Assert.Equal(FrameKind.Awareness, frame.Kind);
        Assert.Equal(awareness, frame.Body.ToArray());
        Assert.Equal(FrameKind.AwarenessQuery, Read(clients.Websocket("query"), null).Kind);
    }

    [Fact]
    public void What_a_Hocuspocus_provider_sends_is_read()
    {
        var (vector, update, awareness) = clients.Parts();
        AssertSync(clients.Hocuspocus("stepOne", Name), Name, SyncStep.StateVector, vector);
        AssertSync(clients.Hocuspocus("stepTwo", Name), Name, SyncStep.Difference, update);
        AssertSync(clients.Hocuspocus("update", Name), Name, SyncStep.Update, update);
        Assert.Equal(awareness, Read(clients.Hocuspocus("awareness", Name), Name).Body.ToArray());
        Assert.Equal(FrameKind.AwarenessQuery, Read(clients.Hocuspocus("query", Name), Name).Kind);
        Assert.Equal("a text", Read(clients.Hocuspocus("stateless", Name), Name).Text);
        var close = Read(clients.Hocuspocus("close", Name), Name);
        Assert.Equal(FrameKind.Close, close.Kind);
        Assert.Null(close.Text);
        var authentication = Read(clients.Hocuspocus("authentication", Name), Name);
        Assert.Equal((FrameKind.Authentication, AuthenticationStep.Token, "a token"), (authentication.Kind, authentication.Authentication, authentication.Text));
        // The package fills its version in when it is released; what is bundled here says "unknown".
        Assert.NotEmpty(authentication.ClientVersion!);
    }

    [Fact]
    public void What_we_send_is_understood_by_the_clients()
    {
        AssertUnderstood("[null,0,1,3,false]", FrameWriter.Sync(null, SyncStep.Difference, [1, 2, 3]), named: false);
        AssertUnderstood("[null,3,false]", FrameWriter.AwarenessQuery(null), named: false);
        AssertUnderstood("[null,2,0,\"không\",false]", FrameWriter.PermissionDenied(null, "không"), named: false);
        AssertUnderstood("[\"d\",0,0,1,false]", FrameWriter.Sync("d", SyncStep.StateVector, [0]), named: true);
        AssertUnderstood("[\"d\",4,1,2,false]", FrameWriter.Sync("d", SyncStep.Difference, [0, 0], reply: true), named: true);
        AssertUnderstood("[\"d\",2,\"denied\",\"không\",false]", FrameWriter.PermissionDenied("d", "không"), named: true);
        AssertUnderstood("[\"d\",2,\"allowed\",\"read-write\",false]", FrameWriter.Authenticated("d", mayWrite: true), named: true);
        AssertUnderstood("[\"d\",2,\"allowed\",\"readonly\",false]", FrameWriter.Authenticated("d", mayWrite: false), named: true);
        AssertUnderstood("[\"d\",2,\"token\",false]", FrameWriter.TokenRequest("d"), named: true);
        AssertUnderstood("[\"d\",8,1,false]", FrameWriter.SyncStatus("d", applied: true), named: true);
        AssertUnderstood("[\"d\",8,0,false]", FrameWriter.SyncStatus("d", applied: false), named: true);
        AssertUnderstood("[\"d\",7,\"đóng\",false]", FrameWriter.Close("d", "đóng"), named: true);
        AssertUnderstood("[\"d\",5,\"chữ\",false]", FrameWriter.Stateless("d", "chữ"), named: true);
        AssertUnderstood("[\"d\",10,false]", FrameWriter.Pong("d"), named: true);
    }

    [Fact]
    public void What_we_send_of_presence_is_understood_by_the_clients()
    {
        var update = AwarenessUpdate.Encode([new AwarenessState(5, 9, "{\"name\":\"Ổn\"}")]);
        AssertUnderstood("[\"d\",1,[[5,{\"name\":\"Ổn\"}]],false]", FrameWriter.Awareness("d", update), named: true);
    }

    [Fact]
    public void A_frame_cut_short_or_with_bytes_left_over_is_malformed()
    {
        foreach (var name in (string[])["stepOne", "stepTwo", "update", "awareness", "stateless"])
        {
            var whole = clients.Hocuspocus(name, Name);
            for (var length = 0; length < whole.Length; length++)
                Assert.False(FrameReader.TryReadHocuspocus(whole.AsSpan(0, length), FrameLimits.Default, out _), $"{name}, {length} bytes");
            Assert.False(FrameReader.TryReadHocuspocus([.. whole, 0], FrameLimits.Default, out _), name);
        }
    }

    [Fact]
    public void Random_bytes_are_read_or_malformed_and_nothing_is_thrown()
    {
        var random = new Random(1);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            FrameReader.TryReadWebsocket(bytes, FrameLimits.Default, out _);
            FrameReader.TryReadHocuspocus(bytes, FrameLimits.Default, out _);
            AwarenessUpdate.Decode(bytes, AwarenessLimits.Default);
        }
    }

    private static Frame Read(byte[] message, string? document)
    {
        Frame frame;
        Assert.True(document is null
            ? FrameReader.TryReadWebsocket(message, FrameLimits.Default, out frame)
            : FrameReader.TryReadHocuspocus(message, FrameLimits.Default, out frame));
        Assert.Equal(document, frame.Document);
        return frame;
    }

    private static void AssertSync(byte[] message, string? document, SyncStep step, byte[] body)
    {
        var frame = Read(message, document);
        Assert.Equal((FrameKind.Sync, step), (frame.Kind, frame.Step));
        Assert.Equal(body, frame.Body.ToArray());
    }

    private void AssertUnderstood(string words, byte[] frame, bool named) => Assert.Equal(words, clients.Understood(frame, named));
}
