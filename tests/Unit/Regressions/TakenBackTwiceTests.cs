using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.UnitTests.Documents;
using Xunit;
using static PartyRealtime.UnitTests.Deliveries.HandingOn;
using static PartyRealtime.UnitTests.Deliveries.Receiving;

namespace PartyRealtime.UnitTests.Regressions;

/// <summary>
/// A lead handed on, took back, and was taken back himself: his first step counted as carrying the work still, and the
/// delivery was registered and in nobody's inbox.
/// </summary>
public sealed class TakenBackTwiceTests
{
    [Fact]
    public void What_was_taken_back_by_its_holder_and_then_from_him_lies_on_the_leaders_desk()
    {
        var scene = Led();
        scene = Then(scene, Forward(scene, Room, StepRole.Lead));
        scene = Then(scene, new RecallStep(Open(scene, Room).Id, "Tự làm")) with { Actor = Office.Leader };
        scene = Then(scene, new RecallStep(Open(scene, Office.SpecialistPost).Id, "Đổi phòng"));
        Assert.Equal(DeliveryState.Registered, scene.Row.State);
        Assert.Equal(StepState.Waiting, scene.Steps.Last(step => step.Role == StepRole.Present).State);
    }
}
