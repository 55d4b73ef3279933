namespace PartyRealtime.Yjs.Updates;

/// <summary>An update that could be read to its end. Its structs belong to the first document or merge that takes them.</summary>
internal sealed record DecodedUpdate(List<ClientBlock> Blocks, DeleteSet Deletions, int Bytes);
