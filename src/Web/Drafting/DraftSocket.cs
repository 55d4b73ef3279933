using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// One WebSocket: messages in, whole and bounded; frames out, in order, through a bounded queue. Whoever sends never
/// waits. A socket that cannot take what it is sent is closed, and its client re-syncs.
/// </summary>
internal sealed class DraftSocket(WebSocket web, DraftingOptions options, DraftingMetrics metrics, TimeProvider time) : IDisposable
{
    private const int FirstBufferBytes = 4_096;

    private readonly Channel<byte[]> _frames = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(options.FramesWaitingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly CancellationTokenSource _cut = new();
    private readonly Lock _closing = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
    private long _bytesWaiting;
    private long _sentAt = time.GetTimestamp();
    private DraftClose? _closed;

    /// <summary>Why it is closed or closing; null while it is open.</summary>
    public DraftClose? Closed
    {
        get
        {
            lock (_closing)
                return _closed;
        }
    }

    /// <summary>How long nothing was given to it to send.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Interlocked.Read(ref _sentAt));

    /// <summary>Queues a frame, which may be queued at other sockets too. One too many closes the socket.</summary>
    public void Send(byte[] frame)
    {
        Interlocked.Exchange(ref _sentAt, time.GetTimestamp());
        // A frame that is larger than the bound by itself may wait alone: a large document must reach somebody.
        if (Interlocked.Read(ref _bytesWaiting) <= options.BytesWaitingMax && _frames.Writer.TryWrite(frame))
            Interlocked.Add(ref _bytesWaiting, frame.Length);
        else
            Close(DraftClose.TooSlow);
    }

    /// <summary>Ends the socket with this code, once, behind what waits. It is cut when that takes too long.</summary>
    public void Close(DraftClose why)
    {
        lock (_closing)
        {
            if (_closed is not null)
                return;
            _closed = why;
        }

        metrics.Closed(why);
        _frames.Writer.TryComplete();
        _cut.CancelAfter(options.ClosingMax);
    }

    /// <summary>Sends until the socket is closed, and says why. Never fails.</summary>
    public async Task Pump()
    {
        try
        {
            await foreach (var frame in _frames.Reader.ReadAllAsync(_cut.Token))
            {
                Interlocked.Add(ref _bytesWaiting, -frame.Length);
                await web.SendAsync(frame.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, _cut.Token);
            }

            if (Closed is { } why && web.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await web.CloseOutputAsync((WebSocketCloseStatus)why.Code, why.Reason, _cut.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            Close(DraftClose.Gone);
            await _cut.CancelAsync();
        }
    }

    /// <summary>
    /// The next message, until the next call; null when there is none any more. A message that is too large or no binary one
    /// closes the socket. One caller at a time.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>?> Receive()
    {
        try
        {
            var length = 0;
            while (true)
            {
                var part = await web.ReceiveAsync(_buffer.AsMemory(length), _cut.Token);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                    return End(DraftClose.Gone);
                if (part.MessageType == WebSocketMessageType.Text)
                    return End(DraftClose.Malformed);
                if (length > FrameLimits.Default.FrameBytesMax)
                    return End(DraftClose.TooLarge);
                if (part.EndOfMessage)
                    return _buffer.AsMemory(0, length);
                if (length == _buffer.Length)
                    Grow();
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            return End(DraftClose.Gone);
        }
    }

    /// <summary>Once nothing is sent any more: waits for the other side's close frame, for as long as closing may take.</summary>
    public async Task Rest()
    {
        while (web.State == WebSocketState.CloseSent && await Receive() is not null)
        {
            // What comes behind our close frame is nobody's.
        }
    }

    public void Dispose()
    {
        _cut.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private ReadOnlyMemory<byte>? End(DraftClose why)
    {
        Close(why);
        return null;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 4);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
