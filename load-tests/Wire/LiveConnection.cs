using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>
/// One live connection in SignalR's JSON protocol over a bare WebSocket: a fifth of the CPU of the client library, so
/// that one machine can hold many people and the server. One frame may hold several messages, and a message may be cut.
/// </summary>
public sealed class LiveConnection : IDisposable
{
    private const byte MessageEnd = 0x1e;
    private const int BufferBytes = 8 * 1024;
    private static readonly byte[] Handshake = Encoding.ASCII.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e");
    private static readonly byte[] Ping = Encoding.ASCII.GetBytes("{\"type\":6}\u001e");

    private readonly ClientWebSocket _socket = new();
    private long _heardAt = Stopwatch.GetTimestamp();

    /// <summary>Connected and greeted; throws when the server refuses.</summary>
    /// <param name="busy">Told before that, when the node has no room, after what time to come back.</param>
    public static async Task<LiveConnection> Open(Uri target, string cookie, CancellationToken cancellation, Action<TimeSpan>? busy = null)
    {
        var connection = new LiveConnection();
        try
        {
            connection._socket.Options.SetRequestHeader("Cookie", cookie);
            connection._socket.Options.SetRequestHeader("Origin", target.GetLeftPart(UriPartial.Authority));
            connection._socket.Options.KeepAliveInterval = TimeSpan.Zero;
            connection._socket.Options.CollectHttpResponseDetails = busy is not null;
            var live = new UriBuilder(new Uri(target, "/live")) { Scheme = target.Scheme == "https" ? "wss" : "ws" };
            await connection._socket.ConnectAsync(live.Uri, cancellation);
            await connection._socket.SendAsync(Handshake, WebSocketMessageType.Text, endOfMessage: true, cancellation);
            return connection;
        }
        catch
        {
            if (connection.ComeBackAfter is { } after)
                busy?.Invoke(after);
            connection.Dispose();
            throw;
        }
    }

    private TimeSpan? ComeBackAfter =>
        _socket.HttpStatusCode == HttpStatusCode.ServiceUnavailable
            && _socket.HttpResponseHeaders?.TryGetValue("Retry-After", out var values) == true
            && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>Tells the server that this end lives; one caller at a time.</summary>
    public async Task SendPing(CancellationToken cancellation)
    {
        if (_socket.State == WebSocketState.Open)
            await _socket.SendAsync(Ping, WebSocketMessageType.Text, endOfMessage: true, cancellation);
    }

    /// <summary>Gives every message to its taker, in order, until the connection ends.</summary>
    public async Task Receive(LivePushes pushes, CancellationToken cancellation)
    {
        var kept = new ArrayBufferWriter<byte>(256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), cancellation);
                _heardAt = Stopwatch.GetTimestamp();
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                Split(buffer.AsSpan(0, received.Count), kept, pushes);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException)
        {
            // The connection is gone, or was given up between two messages; the caller connects again and catches up.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Since the node was last heard, in the connection or at its opening. It speaks every 5 seconds.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(_heardAt);

    public void Dispose() => _socket.Dispose();

    private static void Split(ReadOnlySpan<byte> bytes, ArrayBufferWriter<byte> kept, LivePushes pushes)
    {
        for (int end; (end = bytes.IndexOf(MessageEnd)) >= 0; bytes = bytes[(end + 1)..])
        {
            if (kept.WrittenCount == 0)
            {
                Dispatch(bytes[..end], pushes);
                continue;
            }

            kept.Write(bytes[..end]);
            Dispatch(kept.WrittenSpan, pushes);
            kept.ResetWrittenCount();
        }

        kept.Write(bytes);
    }

    /// <summary>A message is {"type":1,"target":NAME,"arguments":[…]}; anything else is a ping or the greeting.</summary>
    private static void Dispatch(ReadOnlySpan<byte> message, LivePushes pushes)
    {
        var reader = new Utf8JsonReader(message);
        string? target = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("target"u8))
            {
                reader.Read();
                target = reader.GetString();
            }
            else if (reader.ValueTextEquals("arguments"u8))
            {
                reader.Read();
                reader.Read();
                if (target == nameof(InboxChanged))
                    pushes.Changed(JsonSerializer.Deserialize<InboxChanged>(ref reader, WireJson.Options)!);
                else if (target == nameof(Behind))
                    pushes.Behind(JsonSerializer.Deserialize<Behind>(ref reader, WireJson.Options)!);
                else if (target == nameof(ServerLeaving))
                    pushes.Leaving(JsonSerializer.Deserialize<ServerLeaving>(ref reader, WireJson.Options)!);
                return;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }
}
