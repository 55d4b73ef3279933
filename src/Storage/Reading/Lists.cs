namespace PartyRealtime.Storage.Reading;

/// <summary>Makes the parameter of <c>x IN @name</c>.</summary>
internal static class Lists
{
    /// <summary>The values, each as its column stores it: plain numbers, UUIDs, texts or bytes, not typed ids.</summary>
    public static InList<T> In<T>(IReadOnlyCollection<T> values)
        where T : notnull => new(values);
}
