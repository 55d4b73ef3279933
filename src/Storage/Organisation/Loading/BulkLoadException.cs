namespace PartyRealtime.Storage.Organisation.Loading;

/// <summary>A bulk load cannot go on; the message says what to do. What its finished chunks wrote stays written.</summary>
public sealed class BulkLoadException : Exception
{
    public BulkLoadException()
    {
    }

    public BulkLoadException(string message)
        : base(message)
    {
    }

    public BulkLoadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
