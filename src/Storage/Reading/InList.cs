using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PartyRealtime.Storage.Reading;

/// <summary>
/// The values of <c>x IN @name</c>, on both databases. PostgreSQL takes one array, so that every length is one prepared
/// statement; SQLite takes a parameter a value, UUIDs as it stores them. Dapper's own lists do neither: they leave
/// <c>IN $1</c> to PostgreSQL and ask no type handler for their elements.
/// </summary>
internal sealed class InList<T>(IReadOnlyCollection<T> values) : SqlMapper.ICustomQueryParameter
    where T : notnull
{
    public void AddParameter(IDbCommand command, string name)
    {
        var place = new Regex($@"\bIN\s+@{name}\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        if (command is SqliteCommand)
        {
            var names = values.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"@{name}_{index}")).ToArray();
            command.CommandText = place.Replace(command.CommandText, $"IN ({string.Join(", ", names)})");
            foreach (var (parameter, value) in names.Zip(values))
                command.Parameters.Add(new SqliteParameter(parameter, value is Guid id ? id.ToByteArray(bigEndian: true) : value));
            return;
        }

        command.CommandText = place.Replace(command.CommandText, $"= ANY(@{name})");
        var array = command.CreateParameter();
        array.ParameterName = name;
        array.Value = values.ToArray();
        command.Parameters.Add(array);
    }
}
