using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation.Facts;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Organisation.Loading;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Organisation.Seeding;

/// <summary>
/// Grows the demo organisation (DOMAIN §12) in an empty store. The same size and seed give the same rows on every machine
/// and in every run, so that an interrupted seed goes on where it stopped.
/// </summary>
public sealed class OrganisationSeed(IReadStore store, ICommitWriter writer, TimeProvider time)
{
    /// <summary>Grows when the same size and seed begin to give other rows.</summary>
    private const int Generator = 3;

    /// <summary>Seeds, or completes an interrupted seed; false when the organisation has content already.</summary>
    /// <exception cref="BulkLoadException">An interrupted load of other content stands in the way.</exception>
    public async Task<bool> Run(OrganisationSize size, ulong seed = 1, CancellationToken cancellation = default)
    {
        var reads = new OrganisationReads(store);
        if (await reads.HasCompletedLoad(cancellation))
            return false;
        var tree = new SeedTree(SeedPlan.Of(size));
        var fingerprint = string.Create(CultureInfo.InvariantCulture, $"size {size}, seed {seed}, generator {Generator}");
        return await new BulkLoad(store, writer, time).Run(
            "seed", fingerprint, () => Content(size, tree, seed), cancellation);
    }

    /// <summary>Every row of one size and seed, in order; for tests and for measuring.</summary>
    internal static IEnumerable<IRow> Rows(OrganisationSize size, ulong seed)
    {
        var content = Content(size, new SeedTree(SeedPlan.Of(size)), seed);
        foreach (var row in content.Rows.SelectMany(group => group))
            yield return row;
        foreach (var row in content.Last().Rows)
            yield return row;
    }

    private static LoadContent Content(OrganisationSize size, SeedTree tree, ulong seed)
    {
        var people = new SeedPeople(SeedPlan.Of(size), tree.Units, seed);
        return new LoadContent(Rows(tree, people), () => Last(size, tree, people));
    }

    private static IEnumerable<ImmutableArray<IRow>> Rows(SeedTree tree, SeedPeople people) =>
        tree.Units.Select(unit => ImmutableArray.Create<IRow>(unit)).Concat(people.Rows());

    private static LoadPart Last(OrganisationSize size, SeedTree tree, SeedPeople people)
    {
        var merged = tree.Units.Where(unit => unit.Successor is not null).ToList();
        var successor = tree.Units.First(unit => unit.Id == merged[0].Successor);
        var (begun, rows) = new MergedBooks(people.Former).Make();
        return new LoadPart(
        [
            FactJson.Of(new UnitsMerged([.. merged.Select(unit => unit.Code)], successor.Code, SeedTree.MergedOn)),
            FactJson.Of(new OrganisationSeeded(size.ToString(), tree.Units.Count, people.Officials)),
        ])
        {
            Begun = begun,
            Rows = rows,
        };
    }
}
