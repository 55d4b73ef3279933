namespace PartyRealtime.Contracts.Ids;

/// <summary>An id that is a UUID on the wire and in the tables.</summary>
public interface IGuidId<TSelf>
    where TSelf : struct, IGuidId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
