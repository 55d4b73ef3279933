using System.Data.Common;

namespace PartyRealtime.Storage.Reading;

/// <summary>
/// The connection broke in the middle of several answers. Dapper goes on to the next answer when one breaks off, and what
/// it throws there, "the reader is closed", hides the driver's error: it would be taken for a bug.
/// </summary>
internal sealed class ConnectionLostException(Exception hidden) : DbException("The connection to the database broke while it was read.", hidden)
{
    public override bool IsTransient => true;
}
