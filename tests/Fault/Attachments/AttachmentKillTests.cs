using System.Collections.Concurrent;
using System.Security.Cryptography;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Attachments;

public sealed class AttachmentKillTests
{
    private const int Issues = 100;

    private const int Kills = 10;

    /// <summary>Often enough to hit the moment, without taking a processor from the server that is watched.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    private static readonly string[] ToOneProvince = ["communes:01"];

    [Fact]
    public async Task Every_acknowledged_file_of_a_hundred_issues_survives_kills()
    {
        var dice = new Dice();
        await using var office = await Office.Open();
        var clerk = await office.SignIn("clerk.tw");
        var leader = await office.SignIn("leader.tw");
        var units = await Tables.One<int>(office.Data, "SELECT COUNT(*) FROM unit WHERE kind = 5 AND tile = '01' AND receives = 1");
        var files = new ConcurrentDictionary<string, byte[]>();
        var issued = new ConcurrentDictionary<Guid, string>();
        var contents = Enumerable.Range(0, Issues).Select(_ => Pdf(dice.Bytes(dice.Between(1_000, 400_000)))).ToList();

        var working = Parallel.ForEachAsync(contents, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (content, _) =>
        {
            var upload = await office.Until(clerk, "/api/files", () => new ByteArrayContent(content));
            var hash = upload.GetProperty("hash").GetString()!;
            files[hash] = content;
            var document = await Documents.Sealed(office, clerk, leader, [hash]);
            await office.Until(clerk, $"/api/documents/{document}/issue", new { recipients = ToOneProvince, confirmUnits = units });
            issued[document] = hash;
        });
        for (var kill = 0; kill < Kills && !working.IsCompleted; kill++)
        {
            var enough = issued.Count + dice.Between(1, Issues / Kills);
            using var timer = new PeriodicTimer(Look);
            while (issued.Count < enough && !working.IsCompleted)
                await timer.WaitForNextTickAsync();
            await office.Kill();
            await office.Start();
        }

        await working;
        Assert.Equal(Issues, issued.Count);
        // What the kills left half done may be another node's, for an hour.
        foreach (var left in HalfDone(office))
            File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));
        await office.Kill();
        await office.Start();
        await NothingIsLost(office, clerk, files, issued);
    }

    private static async Task NothingIsLost(
        Office office, string clerk, ConcurrentDictionary<string, byte[]> files, ConcurrentDictionary<Guid, string> issued)
    {
        foreach (var (hash, content) in files)
        {
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(content)));
            var stored = await File.ReadAllBytesAsync(Path.Combine(office.Data, "files", hash[..2], hash));
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(stored)));
        }

        foreach (var (document, hash) in issued)
            Assert.Equal(files[hash], await office.Download(clerk, $"/api/documents/{document}/files/{hash}"));
        // One number a document, no gap: no repetition of a command took a second one.
        var numbers = await Tables.Read<long>(office.Data, "SELECT number FROM register_entry WHERE register LIKE 'out:1:CT:%' ORDER BY number");
        Assert.Equal(Enumerable.Range(1, Issues).Select(n => (long)n), numbers);
        Assert.Empty(HalfDone(office));
    }

    private static string[] HalfDone(Office office) => Directory.GetFiles(Path.Combine(office.Data, "files", "incoming"));

    private static byte[] Pdf(byte[] rest) => [.. "%PDF-1.7\n"u8, .. rest];
}
