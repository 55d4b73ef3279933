using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Reading;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Grains.Drafting;

/// <summary>Who wrote what: letters know their client, and a client is one person's for ever. One rule for a draft and for its versions.</summary>
internal static class Authorship
{
    /// <summary>The paragraphs in the order of the page.</summary>
    /// <param name="document">The draft.</param>
    /// <param name="clients">Whose each client id is; letters of one that nobody has are left out.</param>
    public static ImmutableArray<WrittenBlock> Of(YDocument document, IReadOnlyDictionary<long, OfficialId> clients) =>
        [.. BlockWriters.Read(document.Root(DraftingRules.Root, TypeKind.XmlFragment), DraftingRules.Paragraph)
            .Select(block => new WrittenBlock(block.Id, Shares(block.Letters, clients)))];

    /// <exception cref="InvalidOperationException">The state cannot be read, which was written by this program.</exception>
    public static ImmutableArray<WrittenBlock> Of(StoredVersion version)
    {
        var document = new YDocument();
        if (document.Apply(version.State, UpdateLimits.Stored) is { } refusal)
            throw new InvalidOperationException($"A version cannot be read: {refusal.Code}.");
        return Of(document, version.Clients.ToDictionary(client => client.Client, client => client.Official));
    }

    private static ImmutableArray<WrittenShare> Shares(IReadOnlyDictionary<long, int> letters, IReadOnlyDictionary<long, OfficialId> clients) =>
        [.. letters.Where(pair => clients.ContainsKey(pair.Key))
            .GroupBy(pair => clients[pair.Key])
            .Select(person => new WrittenShare(person.Key, person.Sum(pair => pair.Value)))
            .OrderByDescending(share => share.Letters).ThenBy(share => share.Official.Value)];
}
