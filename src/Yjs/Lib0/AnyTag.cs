namespace PartyRealtime.Yjs.Lib0;

/// <summary>The first byte of a value of lib0's "any" encoding.</summary>
internal static class AnyTag
{
    public const byte Bytes = 116;
    public const byte Array = 117;
    public const byte Object = 118;
    public const byte Text = 119;
    public const byte True = 120;
    public const byte False = 121;
    public const byte BigInteger = 122;
    public const byte Double = 123;
    public const byte Single = 124;
    public const byte Integer = 125;
    public const byte Null = 126;
    public const byte Undefined = 127;
}
