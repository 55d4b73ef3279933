using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Storage.Organisation;

/// <summary>The node's map behind both of its ports; replaced as a whole, so that a reader never sees half a change.</summary>
public sealed class LiveOrganisation(OrganisationReads reads, TimeProvider time) : IOrganisation, IOrganisationMap, IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile OrganisationMap? _current;
    private OrganisationHead _shown;
    private volatile OrganisationLook? _look;

    public OrganisationMap Current =>
        _current ?? throw new InvalidOperationException("The organisation is not loaded yet.");

    public OrganisationLook? Look => _look;

    public async Task Refresh(CancellationToken cancellation = default)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            var (today, at) = (OfficeDay.Today(time), time.GetTimestamp());
            var head = await reads.Head(cancellation);
            var generation = _look is { } before ? before.Generation + (before.Head == head ? 0 : 1) : 0;
            _look = new OrganisationLook(generation, head, at);
            if (_current is { } map && map.Day == today && _shown == head)
                return;
            (_current, _shown) = await reads.Load(today, cancellation);
        }
        finally
        {
            _loading.Release();
        }
    }

    public UnitFacts? Unit(UnitId id) => Current.Unit(id);

    public UnitFacts? Unit(string code) => Current.Unit(code);

    public SeatFacts? Seat(SeatId id) => Current.Seat(id);

    public IReadOnlyList<UnitFacts> Branch(UnitId unit) => Current.Branch(unit);

    public IReadOnlyList<UnitFacts> Ladder(UnitId unit) => Current.Ladder(unit);

    public Outcome<RecipientSet> Resolve(
        IReadOnlyCollection<string> recipients, IReadOnlyCollection<string> except, UnitId issuer) =>
        RecipientSelectors.Resolve(Current, recipients, except, issuer);

    public void Dispose() => _loading.Dispose();
}
