namespace PartyRealtime.Yjs.Updates;

/// <summary>An update that could be read to its end. Its structs belong to the first document or merge that takes them.</summary>
internal sealed record DecodedUpdate(List<ClientBlock> Blocks, DeleteSet Deletions, int Bytes)
{
    private Dictionary<long, ClientBlock>? byClient;

    /// <summary>The client's block; the first one where it is named twice, null where it is not.</summary>
    public ClientBlock? BlockOf(long client)
    {
        if (Blocks.Count < 2)
            return Blocks.Find(block => block.Client == client);
        byClient ??= Blocks.DistinctBy(block => block.Client).ToDictionary(block => block.Client);
        return byClient.GetValueOrDefault(client);
    }
}
