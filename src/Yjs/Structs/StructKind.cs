namespace PartyRealtime.Yjs.Structs;

/// <summary>The first byte of a struct in an update: the kind of content in the low five bits, and what follows in the high ones.</summary>
internal static class StructKind
{
    public const byte Collected = 0;
    public const byte Deleted = 1;
    public const byte Json = 2;
    public const byte Bytes = 3;
    public const byte Text = 4;
    public const byte Embed = 5;
    public const byte Format = 6;
    public const byte Type = 7;
    public const byte Any = 8;
    public const byte Subdocument = 9;
    public const byte Gap = 10;

    public const byte KindBits = 0x1F;
    public const byte HasKey = 0x20;
    public const byte HasRightOrigin = 0x40;
    public const byte HasOrigin = 0x80;
}
