using PartyRealtime.Silo.Hosting;
using PartyRealtime.WireTests.Measurements;

namespace PartyRealtime.WireTests.Hosting;

/// <summary>What starts nodes goes by the codes that nodes end with.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("deploy/systemd/partyrealtime-web.service")]
    [InlineData("deploy/systemd/partyrealtime-silo.service")]
    public void Systemd_starts_again_what_failed_and_neither_what_was_drained_nor_what_is_set_in_a_wrong_way(string unit)
    {
        var lines = File.ReadAllLines(MetricNames.Tree(unit));
        Assert.Contains("Restart=on-failure", lines);
        Assert.Contains($"RestartPreventExitStatus={ExitCode.WrongUse} {ExitCode.CutOff}", lines);
        Assert.Equal((0, 1), (ExitCode.Done, ExitCode.Failed));
    }
}
