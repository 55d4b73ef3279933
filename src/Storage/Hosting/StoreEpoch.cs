namespace PartyRealtime.Storage.Hosting;

/// <summary>
/// The life of the stored positions. Positions compare only within one epoch: it changes when the store was restored,
/// replaced or failed over, and every cursor of another epoch is answered <c>resync</c>.
/// </summary>
public sealed class StoreEpoch
{
    private volatile object? value;

    /// <summary>The epoch. It changes while the process runs only when PostgreSQL failed over.</summary>
    /// <exception cref="InvalidOperationException">The store has not been started.</exception>
    public Guid Value => value is Guid epoch
        ? epoch
        : throw new InvalidOperationException("The store has not been started: its epoch is not known yet.");

    internal void Set(Guid epoch) => value = epoch;
}
