namespace PartyRealtime.Web.Live;

/// <summary>The epoch that pushes are marked with, as the poll of heads last read it.</summary>
internal sealed class LiveEpoch
{
    private volatile string _value = "";

    /// <summary>Empty until it was read once: a client that gets it catches up.</summary>
    public string Value
    {
        get => _value;
        set => _value = value;
    }
}
