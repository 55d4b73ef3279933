using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Grains.Jobs;
using Xunit;

namespace PartyRealtime.UnitTests.Jobs;

public sealed class JobsAsideTests
{
    private static readonly JobId Poison = new(Guid.NewGuid());
    private static readonly JobId Other = new(Guid.NewGuid());

    private readonly FakeTimeProvider _time = new();
    private readonly JobsAside _aside;

    public JobsAsideTests() => _aside = new JobsAside(_time);

    [Fact]
    public void A_job_that_failed_waits_and_no_other_does()
    {
        _aside.Failed(Poison);
        Assert.True(_aside.Has(Poison));
        Assert.False(_aside.Has(Other));
        _time.Advance(JobsAside.FirstWait);
        Assert.False(_aside.Has(Poison));
    }

    [Fact]
    public void Each_failure_doubles_the_wait_up_to_its_bound()
    {
        _aside.Failed(Poison);
        _aside.Failed(Poison);
        _time.Advance(JobsAside.FirstWait);
        Assert.True(_aside.Has(Poison));
        for (var failure = 0; failure < 20; failure++)
            _aside.Failed(Poison);
        _time.Advance(JobsAside.WaitMax - TimeSpan.FromMilliseconds(1));
        Assert.True(_aside.Has(Poison));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(_aside.Has(Poison));
    }

    [Fact]
    public void One_that_succeeded_begins_anew()
    {
        _aside.Failed(Poison);
        _aside.Failed(Poison);
        _aside.Succeeded(Poison);
        _aside.Failed(Poison);
        _time.Advance(JobsAside.FirstWait);
        Assert.False(_aside.Has(Poison));
    }
}
