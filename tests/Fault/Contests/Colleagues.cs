using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>The people who act on the same documents: the centre, which issues them, and two provinces, which receive them.</summary>
internal sealed class Colleagues
{
    /// <summary>The selectors of the provinces.</summary>
    public static readonly string[] Recipients = ["unit:01", "unit:04"];

    private static readonly string[] Receiving = ["01", "04"];

    private static int s_newcomers;

    private readonly OfficeCluster _cluster;

    private Colleagues(OfficeCluster cluster, Registry centre, IReadOnlyList<Registry> provinces, Colleague admin, Colleague keeper) =>
        (_cluster, Centre, Provinces, Admin, Keeper, Password) = (cluster, centre, provinces, admin, keeper, cluster.Server(0).DemoPassword);

    /// <summary>What every one of them signs with; known while no node runs too.</summary>
    public string Password { get; }

    public Registry Centre { get; }

    public IReadOnlyList<Registry> Provinces { get; }

    /// <summary>Who gives the seats of the first province.</summary>
    public Colleague Admin { get; }

    /// <summary>Who switches accounts.</summary>
    public Colleague Keeper { get; }

    public IEnumerable<Colleague> All =>
        Provinces.Prepend(Centre).SelectMany(registry => (Colleague[])[.. registry.Clerks, registry.Leader, registry.Specialist]);

    /// <summary>All of them signed in, over the nodes in turn; nodes that another test left dead are started before.</summary>
    public static async Task<Colleagues> SignIn(OfficeCluster cluster)
    {
        await cluster.Mend();
        using var http = Api.Pool();
        var centre = await Staff(cluster, http, "tw", clerks: 3);
        var provinces = await Task.WhenAll(Receiving.Select(code => Staff(cluster, http, code, clerks: 2)));
        return new Colleagues(
            cluster, centre, provinces, await Enter(cluster, http, $"admin.{Receiving[0]}", node: 1), await Enter(cluster, http, "operator", node: 2));
    }

    /// <summary>Somebody whom no other test knows, signed in: the account may change.</summary>
    public async Task<Colleague> Newcomer()
    {
        var name = await _cluster.Query<string>(
            "SELECT sign_in FROM official WHERE sign_in LIKE 'specialist.%' ORDER BY id DESC LIMIT 1 OFFSET @known",
            new { known = Interlocked.Increment(ref s_newcomers) });
        using var http = Api.Pool();
        return await Enter(_cluster, http, name[0], node: 0);
    }

    private static async Task<Registry> Staff(OfficeCluster cluster, HttpClient http, string code, int clerks)
    {
        var names = Enumerable.Range(1, clerks).Select(place => $"clerk{(place == 1 ? "" : place)}.{code}");
        var people = await Task.WhenAll(names.Append($"leader.{code}").Append($"specialist.{code}")
            .Select((name, place) => Enter(cluster, http, name, place % OfficeCluster.Nodes)));
        return new Registry(people[..clerks], people[^2], people[^1]);
    }

    private static async Task<Colleague> Enter(OfficeCluster cluster, HttpClient http, string name, int node)
    {
        using var desk = new ClusterDesk(cluster, node);
        var cookie = await desk.SignIn(name);
        var me = await new Api(http, cluster.Urls, node, cookie).Read<Me>("/api/session", CancellationToken.None);
        var seats = me.Seats.Where(seat => seat.Role != SeatRole.Person).DistinctBy(seat => seat.Role).ToDictionary(seat => seat.Role, seat => seat.Id.Value);
        return new Colleague(name, cookie, me.Official.Id.Value, seats);
    }
}
