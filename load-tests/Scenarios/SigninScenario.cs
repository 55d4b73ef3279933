using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// The morning: people come to work. Nine of ten have a session and go on with it, one signs in with the password; then
/// each opens the inbox. A server that asks to come again later is obeyed, and the waiting counts.
/// </summary>
public sealed class SigninScenario(Options options, IMeter meter) : IScenario
{
    private const int VisitsPerSignIn = 10;
    private static readonly TimeSpan InboxMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SignInMax = TimeSpan.FromSeconds(5);

    private readonly Crowd _crowd = new();
    private readonly TimesOver _resumed = new(InboxMax);
    private readonly TimesOver _signedIn = new(SignInMax);
    private List<(string Cookie, string SignIn)> _people = [];
    private long _failed;

    /// <summary>The busiest five minutes of the year (DOMAIN: 24 visits a second over the whole organisation).</summary>
    public double ArrivalsPerSecond => 24;

    public TimeSpan Duration => TimeSpan.FromMinutes(1);

    public async Task Prepare(CancellationToken cancellation)
    {
        if (options.Password is null)
            throw new InvalidOperationException("--password is needed");
        var sessions = SessionFile.Read(options.SessionsFile ?? throw new InvalidOperationException("--sessions is needed"), options.Users);
        var people = new List<(string, string)>();
        foreach (var cookie in sessions)
        {
            var me = (await _crowd.Caller(options.Targets[0], cookie).Get<Me>("/api/session", cancellation)).Required("session");
            people.Add((cookie, me.Official.SignIn));
        }

        _people = people;
    }

    public async Task Arrive(Arrival arrival, CancellationToken cancellation)
    {
        var random = new Random(HashCode.Combine(options.Seed, arrival.Number));
        var (cookie, signIn) = _people[random.Next(_people.Count)];
        var target = options.Targets[(int)(arrival.Number % options.Targets.Count)];
        var withPassword = arrival.Number % VisitsPerSignIn == 0;

        var api = _crowd.Caller(target, withPassword ? null : cookie);
        var me = withPassword
            ? await api.Command<Me>(HttpMethod.Post, "/api/session", new { signIn, password = options.Password }, cancellation)
            : await api.Get<Me>("/api/session", cancellation);
        if (me.IsOk)
        {
            meter.Took(withPassword ? "signed in" : "session resumed", arrival.Waited);
            if (withPassword && arrival.IsMeasured)
                _signedIn.Add(arrival.Waited);
            var inbox = await api.Get<InboxPage>("/api/inbox?box=waitingReceipt&filter=all&take=50", cancellation);
            if (inbox.IsOk)
            {
                meter.Took(withPassword ? "inbox after signing in" : "inbox", arrival.Waited);
                if (!withPassword && arrival.IsMeasured)
                    _resumed.Add(arrival.Waited);
                return;
            }
        }

        Interlocked.Increment(ref _failed);
        meter.Count($"refused: {me.Code ?? "inbox"}");
    }

    public Task<IReadOnlyList<Finding>> Judge(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Finding>>(
    [
        new("Of those with a session, 99 % see the inbox within 1 s", _resumed.ToString(), _resumed.ShareOver <= 0.01),
        new("Of those who sign in, 99 % are in within 5 s", _signedIn.ToString(), _signedIn.ShareOver <= 0.01),
        new("Everybody gets in", $"{_failed} did not", _failed == 0),
    ]);

    public ValueTask DisposeAsync() => _crowd.DisposeAsync();
}
