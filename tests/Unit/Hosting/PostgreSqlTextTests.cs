using PartyRealtime.Storage.Hosting;
using Xunit;

namespace PartyRealtime.UnitTests.Hosting;

public sealed class PostgreSqlTextTests
{
    [Fact]
    public void Nobody_looks_for_Kerberos_unless_the_operator_says_so()
    {
        Assert.Contains("GSS Encryption Mode=Disable", PostgreSqlText.Of("Host=db;Password='a;b'"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("'a;b'", PostgreSqlText.Of("Host=db;Password='a;b'").Replace('"', '\''), StringComparison.Ordinal);
        Assert.Equal("Host=db;gssencryptionmode=Require", PostgreSqlText.Of("Host=db;gssencryptionmode=Require"));
        Assert.Equal("Host=db;GSS Encryption Mode=Prefer", PostgreSqlText.Of("Host=db;GSS Encryption Mode=Prefer"));
    }

    [Fact]
    public void A_key_is_said_when_it_is_given() =>
        Assert.Equal((true, false), (PostgreSqlText.Says("Host=db;timeout=3", "Timeout"), PostgreSqlText.Says("Host=db", "Timeout")));
}
