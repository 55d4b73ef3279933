namespace PartyRealtime.Contracts.Ids;

/// <summary>An id that is a positive number on the wire and in the tables.</summary>
public interface INumberId<TSelf>
    where TSelf : struct, INumberId<TSelf>
{
    int Value { get; }

    static abstract TSelf From(int value);
}
