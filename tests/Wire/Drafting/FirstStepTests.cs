using System.Diagnostics.Metrics;
using System.Net.WebSockets;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Drafting;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>For each first step the grain encodes what the client lacks, which may be the whole draft: who asks in a loop waits.</summary>
public sealed class FirstStepTests
{
    private static readonly DraftMessage FirstStep = new(null, FrameKind.Sync, SyncStep.StateVector, default, [0], null);

    private readonly FakeTimeProvider _time = new();
    private readonly DraftingOptions _options = new();
    private readonly Counted _grain;
    private readonly DraftRoom _room;

    public FirstStepTests()
    {
        var grain = DispatchProxy.Create<IDraftingGrain, Counted>();
        var grains = DispatchProxy.Create<IGrainFactory, Counted>();
        _grain = (Counted)(object)grain;
        _grain.Answer = Task.FromResult<Outcome<DraftDiff>>(new DraftDiff([0, 0], [0], 0));
        ((Counted)(object)grains).Answer = grain;
        _room = new DraftRoom(new DocumentId(Guid.NewGuid()), grains, _options, Metrics(), _time);
    }

    [Fact]
    public async Task First_steps_in_a_loop_wait_and_those_of_others_do_not()
    {
        var (loop, other) = (Place(), Place());
        for (var step = 0; step < DraftVisit.FirstStepsAtOnceMax; step++)
            Assert.True(DraftDialogue.Handle(loop, FirstStep).IsCompletedSuccessfully);
        for (var second = 1; second <= 3; second++)
        {
            var next = DraftDialogue.Handle(loop, FirstStep);
            Assert.Equal((false, DraftVisit.FirstStepsAtOnceMax + second - 1), (next.IsCompleted, _grain.Calls));
            _time.Advance(TimeSpan.FromSeconds(1));
            await next;
        }

        Assert.True(DraftDialogue.Handle(other, FirstStep).IsCompletedSuccessfully);
    }

    [Fact]
    public void A_client_that_syncs_anew_now_and_then_never_waits()
    {
        var place = Place();
        for (var step = 0; step < 100; step++)
        {
            Assert.True(DraftDialogue.Handle(place, FirstStep).IsCompletedSuccessfully);
            _time.Advance(TimeSpan.FromSeconds(2));
        }
    }

    private DraftPlace Place()
    {
        var web = WebSocket.CreateFromStream(new MemoryStream(), new WebSocketCreationOptions { IsServer = true });
        return new DraftPlace(_room, new DraftVisit(new DraftSocket(web, _options, Metrics(), _time), null, default, new OfficialId(1), _time));
    }

    private static DraftingMetrics Metrics() =>
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>(), new DraftSockets());

    /// <summary>Gives one answer to every call.</summary>
    public class Counted : DispatchProxy
    {
        public object? Answer { get; set; }

        public int Calls { get; private set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Calls++;
            return Answer;
        }
    }
}
