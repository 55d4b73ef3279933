using System.Buffers;
using System.Net.WebSockets;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// One WebSocket: messages in, whole and bounded; frames out, in order. A frame goes out on its sender's own thread when
/// nothing is under way, and waits in a bounded queue otherwise; so whoever sends never waits, and a letter for fifty people
/// does not wake fifty threads. A socket that cannot take what it is sent is closed, and its client re-syncs.
/// </summary>
internal sealed class DraftSocket : IDisposable
{
    /// <summary>One message of whoever has not yet shown a ticket; the buffer for it is all that a stranger's socket costs.</summary>
    public const int UnopenedBytesMax = 16_384;

    private const int FirstBufferBytes = 4_096;

    private readonly WebSocket _web;
    private readonly DraftingOptions _options;
    private readonly DraftingMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Queue<byte[]> _waiting = new();
    private readonly TaskCompletionSource _allSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cut = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
    private int _messageBytesMax = UnopenedBytesMax;
    private long _bytesWaiting;
    private long _sentAt;
    private bool _isSending;
    private DraftClose? _closed;

    public DraftSocket(WebSocket web, DraftingOptions options, DraftingMetrics metrics, TimeProvider time)
    {
        (_web, _options, _metrics, _time) = (web, options, metrics, time);
        _sentAt = time.GetTimestamp();
        _cut.Token.Register(web.Abort);
    }

    /// <summary>Why it is closed or closing; null while it is open.</summary>
    public DraftClose? Closed
    {
        get
        {
            lock (_lock)
                return _closed;
        }
    }

    /// <summary>Ends when the socket is closed and nothing is sent any more. Never fails.</summary>
    public Task AllSent => _allSent.Task;

    /// <summary>How long nothing was given to it to send.</summary>
    public TimeSpan Silence => _time.GetElapsedTime(Interlocked.Read(ref _sentAt));

    /// <summary>Sends or queues a frame, which may be sent to other sockets too. One too many closes the socket.</summary>
    public void Send(byte[] frame)
    {
        Interlocked.Exchange(ref _sentAt, _time.GetTimestamp());
        bool isFull;
        lock (_lock)
        {
            if (_closed is not null)
                return;
            // A frame that is larger than the bound by itself may wait alone: a large document must reach somebody.
            isFull = _waiting.Count >= _options.FramesWaitingMax || _bytesWaiting > _options.BytesWaitingMax;
            if (!isFull)
            {
                _waiting.Enqueue(frame);
                _bytesWaiting += frame.Length;
            }
        }

        if (isFull)
            Close(DraftClose.TooSlow);
        else
            Begin();
    }

    /// <summary>Ends the socket with this code, once, behind what waits. It is cut when that takes too long.</summary>
    public void Close(DraftClose why)
    {
        lock (_lock)
        {
            if (_closed is not null)
                return;
            _closed = why;
        }

        _metrics.Closed(why);
        _cut.CancelAfter(_options.ClosingMax);
        Begin();
    }

    /// <summary>Somebody has shown a ticket: from the next message on they may be as large as a frame. By whoever reads the socket.</summary>
    public void TakeWholeFrames() => _messageBytesMax = FrameLimits.Default.FrameBytesMax;

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
                var part = await _web.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                    return End(DraftClose.Gone);
                if (part.MessageType == WebSocketMessageType.Text)
                    return End(DraftClose.Malformed);
                if (length > _messageBytesMax)
                    return End(_messageBytesMax == UnopenedBytesMax ? DraftClose.Unopened : DraftClose.TooLarge);
                if (part.EndOfMessage)
                    return _buffer.AsMemory(0, length);
                if (length == _buffer.Length)
                    Grow();
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            return End(DraftClose.Gone);
        }
    }

    /// <summary>Once nothing is sent any more: waits for the other side's close frame, for as long as closing may take.</summary>
    public async Task Rest()
    {
        try
        {
            // What comes behind our close frame is nobody's. It is read all the same, as what lies unread breaks the connection
            // before the other side has read why.
            while (_web.State == WebSocketState.CloseSent)
                await _web.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // Cut, or gone by itself.
        }
    }

    public void Dispose()
    {
        _cut.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private static bool IsGone(Exception error) =>
        error is WebSocketException or OperationCanceledException or IOException or InvalidOperationException;

    private void Begin()
    {
        lock (_lock)
        {
            if (_isSending)
                return;
            _isSending = true;
        }

        _ = SendWaiting();
    }

    private async Task SendWaiting()
    {
        try
        {
            // A token would cost a registration for each frame: what is under way ends when the socket is cut.
            DraftClose? end;
            while (Next(out end) is { } frame)
                await _web.SendAsync(frame.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            if (end is not { } why)
                return;
            if (_web.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _web.CloseOutputAsync((WebSocketCloseStatus)why.Code, why.Reason, CancellationToken.None);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            Close(DraftClose.Gone);
            _web.Abort();
        }

        _allSent.TrySetResult();
    }

    /// <summary>What goes out next. Null when nothing waits: then sending rests, or the socket's <paramref name="end"/> is all that is left.</summary>
    private byte[]? Next(out DraftClose? end)
    {
        lock (_lock)
        {
            end = null;
            if (_waiting.TryDequeue(out var frame))
            {
                _bytesWaiting -= frame.Length;
                return frame;
            }

            end = _closed;
            _isSending = end is not null;
            return null;
        }
    }

    private ReadOnlyMemory<byte>? End(DraftClose why)
    {
        Close(why);
        return null;
    }

    private void Grow()
    {
        // One byte more than may come tells that too much came.
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(_buffer.Length * 4, _messageBytesMax + 1));
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
