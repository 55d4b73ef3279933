using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using PartyRealtime.Contracts.Ids;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Storage.Reading;

/// <summary>
/// Teaches Dapper the contracts' types, once a process: UUIDs are 16 big-endian bytes on SQLite, typed ids are what
/// they hold, dates are ISO text, instants unix milliseconds; columns map to properties without underscores.
/// Lists for <c>IN</c> and <c>ANY</c> hold plain numbers: Dapper asks no handler for their elements.
/// </summary>
internal static class DapperTypes
{
    private static readonly Lazy<bool> Registered = new(Add);

    public static void Register() => _ = Registered.Value;

    private static bool Add()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        Replace(new GuidHandler());
        Replace(new DateHandler());
        Replace(new InstantHandler());
        foreach (var type in typeof(StreamId).Assembly.GetTypes().Where(type => type.IsValueType))
        {
            if (Implements(type, typeof(IGuidId<>)))
                SqlMapper.AddTypeHandler(type, Make(typeof(GuidIdHandler<>), type));
            else if (Implements(type, typeof(INumberId<>)))
                SqlMapper.AddTypeHandler(type, Make(typeof(NumberIdHandler<>), type));
        }

        return true;
    }

    private static bool Implements(Type type, Type definition) =>
        type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == definition);

    private static SqlMapper.ITypeHandler Make(Type definition, Type id) =>
        (SqlMapper.ITypeHandler)Activator.CreateInstance(definition.MakeGenericType(id))!;

    private static void Replace<T>(SqlMapper.TypeHandler<T> handler)
        where T : struct
    {
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(handler);
    }

    private static object Stored(IDbDataParameter parameter, Guid value) =>
        parameter is SqliteParameter ? value.ToByteArray(bigEndian: true) : value;

    private static Guid ToGuid(object value) => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value;

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) => parameter.Value = Stored(parameter, value);

        public override Guid Parse(object value) => ToGuid(value);
    }

    private sealed class GuidIdHandler<T> : SqlMapper.TypeHandler<T>
        where T : struct, IGuidId<T>
    {
        public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = Stored(parameter, value.Value);

        public override T Parse(object value) => T.From(ToGuid(value));
    }

    private sealed class NumberIdHandler<T> : SqlMapper.TypeHandler<T>
        where T : struct, INumberId<T>
    {
        public override void SetValue(IDbDataParameter parameter, T value) => parameter.Value = value.Value;

        public override T Parse(object value) => T.From(Convert.ToInt32(value, CultureInfo.InvariantCulture));
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = value.ToString("O", CultureInfo.InvariantCulture);

        public override DateOnly Parse(object value) =>
            DateOnly.ParseExact((string)value, "O", CultureInfo.InvariantCulture);
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = value.ToUnixTimeMilliseconds();

        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }
}
