using System.Data.Common;

namespace PartyRealtime.Storage.Hosting;

/// <summary>What every connection text of a node says, unless the operator's says otherwise.</summary>
public static class PostgreSqlText
{
    private static readonly string[] GssNames = ["GSS Encryption Mode", "GssEncryptionMode"];

    /// <summary>
    /// The text with encryption by Kerberos turned off: looking for it, the driver has the server's address resolved to a
    /// name for each connection, on a thread of the pool that stands still meanwhile. Where no name server answers, a node
    /// that opened twenty connections at once stood still for more than 15 s, health and all.
    /// </summary>
    public static string Of(string given)
    {
        if (Says(given, GssNames))
            return given;
        var text = new DbConnectionStringBuilder { ConnectionString = given };
        text[GssNames[0]] = "Disable";
        return text.ToString();
    }

    /// <summary>Whether the text names one of these keys. The driver's own builder says yes to every key that it knows.</summary>
    internal static bool Says(string given, params ReadOnlySpan<string> keys)
    {
        var text = new DbConnectionStringBuilder { ConnectionString = given };
        foreach (var key in keys)
        {
            if (text.ContainsKey(key))
                return true;
        }

        return false;
    }
}
