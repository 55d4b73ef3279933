using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>
/// A client that counts what is unsaved as @hocuspocus/provider 4.8.0 does, over a line that takes its time but less than the
/// silence that the server waits for, and a server that makes durable whenever it likes.
/// </summary>
internal sealed class CountingClient(Random random, FakeTimeProvider time)
{
    private readonly SavedWords _words = new(time);
    private readonly Queue<Sent> _line = new();
    private readonly Queue<Sent> _server = new();
    private int _typed;
    private int _durable;
    private int _unsaved;

    /// <summary>Types without a connection, connects, types on, and rests. Fails when it once calls saved what is not durable.</summary>
    public void Live()
    {
        var queued = Enumerable.Range(0, random.Next(6)).Select(_ => Update()).ToList();
        // startSync; the first step is handled before the queue and the answer to it arrive.
        _unsaved = 1;
        _words.Asked();
        Type(random.Next(3));
        foreach (var update in queued)
            _line.Enqueue(update);
        Type(random.Next(3));
        _line.Enqueue(new Sent(_typed, IsSecondStep: true));
        for (var step = 0; step < 40; step++)
            Step();
        Rest();
    }

    private void Step()
    {
        switch (random.Next(4))
        {
            case 0:
                Type(1);
                break;
            case 1:
                Arrive();
                break;
            case 2:
                Commit();
                break;
            default:
                time.Advance(random.Next(2) * SavedWords.Silence / 3);
                // Nothing is longer on the line than this.
                while (_line.Count > 0 && random.Next(2) == 0)
                    Arrive();
                Hear(_line.Count == 0 ? _words.Release() : 0);
                break;
        }
    }

    private void Rest()
    {
        while (_line.Count > 0)
            Arrive();
        while (_server.Count > 0)
            Commit();
        time.Advance(SavedWords.Silence);
        Hear(_words.Release());
        Assert.Equal(0, _unsaved);
        Assert.Equal(_typed, _durable);
    }

    private void Type(int letters)
    {
        for (var letter = 0; letter < letters; letter++)
        {
            _unsaved++;
            _line.Enqueue(Update());
        }
    }

    private Sent Update() => new(++_typed, IsSecondStep: false);

    private void Arrive()
    {
        if (!_line.TryDequeue(out var sent))
            return;
        _words.Took(sent.IsSecondStep);
        _server.Enqueue(sent);
    }

    private void Commit()
    {
        if (!_server.TryDequeue(out var sent))
            return;
        _durable = Math.Max(_durable, sent.Holds);
        Hear(_words.Answered(isSaved: true) ? 1 : 0);
    }

    private void Hear(int words)
    {
        for (; words > 0; words--)
        {
            _unsaved = Math.Max(0, _unsaved - 1);
            Assert.True(_unsaved > 0 || _durable == _typed, $"Called saved: {_typed}, durable: {_durable}.");
        }
    }

    /// <summary>Everything typed up to this letter, or this letter.</summary>
    private sealed record Sent(int Holds, bool IsSecondStep);
}
