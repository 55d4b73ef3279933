using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Updates;

/// <summary>The structs of one client in an update, by rising clock; there may be gaps between them.</summary>
internal sealed record ClientBlock(long Client, List<Struct> Structs);
