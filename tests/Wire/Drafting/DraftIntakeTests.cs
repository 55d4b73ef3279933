using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Reflection;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Drafting;

namespace PartyRealtime.WireTests.Drafting;

public sealed class DraftIntakeTests
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(5);

    private readonly FakeTimeProvider _time = new();
    private readonly Taker _taker;
    private readonly DraftIntake _intake;
    private readonly DraftVisit _visit;

    public DraftIntakeTests()
    {
        var grain = DispatchProxy.Create<IDraftingGrain, Taker>();
        _taker = (Taker)(object)grain;
        _intake = new DraftIntake(grain, () => Period, _time, () => Assert.Fail("No call has broken off."));
        var metrics = new DraftingMetrics(
            new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), new DraftSockets());
        var web = WebSocket.CreateFromStream(new MemoryStream(), new WebSocketCreationOptions { IsServer = true });
        _visit = new DraftVisit(new DraftSocket(web, new DraftingOptions(), metrics, _time), null, default, new OfficialId(1), _time);
    }

    [Fact]
    public async Task After_a_pause_an_update_goes_at_once()
    {
        for (byte letter = 1; letter <= 3; letter++)
        {
            Write(letter);
            Assert.Equal($"{letter}", await _taker.Next());
            _time.Advance(Period);
        }
    }

    [Fact]
    public async Task What_comes_within_the_period_goes_together_at_its_end_and_in_order()
    {
        Write(1);
        Assert.Equal("1", await _taker.Next());
        Write(2);
        Write(3);
        _time.Advance(Period - TimeSpan.FromMilliseconds(1));
        Assert.Null(_taker.Now());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("2 3", await _taker.Next());
    }

    [Fact]
    public async Task While_a_call_takes_longer_than_the_period_nothing_goes_beside_it_and_the_next_follows_at_once()
    {
        _taker.Hold = new();
        Write(1);
        Assert.Equal("1", await _taker.Next());
        Write(2);
        Write(3);
        _time.Advance(Period * 3);
        Assert.Null(_taker.Now());
        _taker.Hold.SetResult();
        Assert.Equal("2 3", await _taker.Next());
    }

    private void Write(byte letter) => _intake.Offer(_visit, [letter]);

    /// <summary>Takes everything, and says of each call which letters it had.</summary>
    public class Taker : DispatchProxy
    {
        private readonly Channel<string> _calls = Channel.CreateUnbounded<string>();

        public TaskCompletionSource? Hold { get; set; }

        public ValueTask<string> Next() => _calls.Reader.ReadAsync();

        /// <summary>Null where no call has come.</summary>
        public string? Now() => _calls.Reader.TryRead(out var call) ? call : null;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var updates = (ImmutableArray<DraftUpdate>)args![0]!;
            _calls.Writer.TryWrite(string.Join(' ', updates.Select(update => update.Bytes[0])));
            return Answers(updates.Length);
        }

        private async Task<ImmutableArray<DraftAnswer>> Answers(int count)
        {
            if (Hold is { } hold)
                await hold.Task;
            return [.. Enumerable.Repeat(DraftAnswer.Saved, count)];
        }
    }
}
