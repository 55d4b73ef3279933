using Microsoft.Extensions.Logging.Abstractions;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.WireTests.Live;

/// <summary>Places for connections that stay open.</summary>
public sealed class StandingConnectionsTests
{
    private const int Places = 10;

    private readonly StandingConnections _connections =
        new(new StandingOptions { ConnectionsMax = Places }, NullLogger<StandingConnections>.Instance);

    /// <summary>Those in mid-handshake were once not counted: a storm passed a node's bound by as many as came at once.</summary>
    [Fact]
    public void Of_many_that_come_in_one_moment_no_more_are_let_in_than_there_are_places()
    {
        var taken = new IDisposable?[Places * 20];
        Parallel.For(0, taken.Length, i => taken[i] = _connections.Take());
        Assert.Equal(Places, taken.Count(place => place is not null));
        Assert.False(_connections.HasRoom);
    }

    [Fact]
    public void A_place_is_given_back_once()
    {
        var place = _connections.Take()!;
        for (var i = 1; i < Places; i++)
            Assert.NotNull(_connections.Take());
        place.Dispose();
        place.Dispose();
        Assert.NotNull(_connections.Take());
        Assert.Null(_connections.Take());
    }
}
