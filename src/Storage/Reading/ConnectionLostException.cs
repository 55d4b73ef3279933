using System.Data.Common;

namespace PartyRealtime.Storage.Reading;

/// <summary>
/// The database is away, and what was thrown says so to nobody who looks for a driver's error. Dapper goes on to the next of
/// several answers when one breaks off, and throws "the reader is closed" there; a host name that does not resolve comes out of
/// the driver as it is.
/// </summary>
internal sealed class ConnectionLostException(string message, Exception hidden) : DbException(message, hidden)
{
    public override bool IsTransient => true;
}
