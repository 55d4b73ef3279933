using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.WireTests.Hosting;

/// <summary>The commands of the program, as the command line calls them.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("partyrealtime-verbs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_import_is_tried_dry_loaded_once_and_refused_when_a_line_is_faulty()
    {
        var units = Write("units.csv", "\uFEFFcode,parent_code,kind,name\nT,,centre,Trung ương\n01,T,province,Thành ủy Thử\n");
        var faulty = Write("faulty.csv", "sign_in,name,unit_code,role\nan,Nguyễn An,99,clerk\n");
        var officials = Write("officials.csv", "sign_in,name,unit_code,role\nan,Nguyễn An,01,clerk\n");
        Assert.Equal(0, await Run("import", "--units", units, "--officials", officials, "--dry-run"));
        Assert.Equal(1, await Run("import", "--units", units, "--officials", faulty));
        Assert.Equal(0, await Run("import", "--units", units, "--officials", officials));
        Assert.Equal(1, await Run("import", "--units", units, "--officials", officials));
        Assert.Equal(2, await Run("import"));
        Assert.Equal(2, await Run("import", "--units", Path.Combine(_folder, "missing.csv")));

        await using var store = await OfflineStore.Open(Settings);
        Assert.NotNull(await store.Service<ISessionReads>().Account("an"));
    }

    [Fact]
    public async Task A_file_that_is_no_UTF_8_is_refused()
    {
        var path = Path.Combine(_folder, "latin.csv");
        await File.WriteAllBytesAsync(path, [0x63, 0xE9, 0x0A]);
        Assert.Equal(1, await Run("import", "--units", path));
    }

    [Fact]
    public async Task Minted_sessions_open_and_stand_one_a_line()
    {
        await using (var store = await OfflineStore.Open(Settings))
            await store.Service<Storage.Organisation.Seeding.OrganisationSeed>().Run(Storage.Organisation.Seeding.OrganisationSize.S1);
        var path = Path.Combine(_folder, "sessions.tsv");
        Assert.Equal(0, await Run("mint-sessions", "--users", "300", "--role", "clerk", "--out", path));
        var lines = (await File.ReadAllLinesAsync(path)).Select(line => line.Split('\t')).ToList();
        Assert.Equal(300, lines.Count);
        Assert.Equal(300, lines.Select(line => line[3]).Distinct().Count());
        await using var opened = await OfflineStore.Open(Settings);
        foreach (var line in lines.Take(5))
        {
            var session = await opened.Service<ISessionReads>().Find(
                SessionKey.OfToken(line[3]["pr=".Length..]).ToBytes(), TimeProvider.System.GetUtcNow());
            Assert.Equal((line[0], line[1]), (session!.SignIn, session.Official.ToString()));
            Assert.Contains(session.Seats, seat => seat.Seat.Seat.ToString() == line[2]);
        }
    }

    [Fact]
    public async Task A_seat_changes_hands_and_an_account_is_disabled_and_enabled()
    {
        SeatId desk;
        await using (var store = await OfflineStore.Open(Settings))
        {
            await store.Service<Storage.Organisation.Seeding.OrganisationSeed>().Run(Storage.Organisation.Seeding.OrganisationSize.S1);
            await store.Service<IOrganisationMap>().Refresh();
            desk = store.Service<IOrganisation>().Unit("00004")!.Desk!.Value;
        }

        Assert.Equal(0, await Run("list-seats", "--unit", "00004"));
        Assert.Equal(1, await Run("list-seats", "--unit", "nowhere"));
        Assert.Equal(0, await Run("give-seat", "--seat", $"{desk}", "--sign-in", "specialist.00004", "--instead-of", "clerk.00004"));
        Assert.Equal(1, await Run("end-holding", "--seat", $"{desk}", "--sign-in", "clerk.00004"));
        Assert.Equal(0, await Run("end-holding", "--seat", $"{desk}", "--sign-in", "specialist.00004"));
        Assert.Equal(1, await Run("give-seat", "--seat", "9999999", "--sign-in", "clerk.00004"));
        Assert.Equal(1, await Run("give-seat", "--seat", $"{desk}", "--sign-in", "nobody"));
        Assert.Equal(2, await Run("give-seat", "--seat", $"{desk}", "--sign-in", "clerk.00004", "--from", "31/12/2026"));
        Assert.Equal(2, await Run("disable-account", "--sign-in", "clerk.00004"));
        Assert.Equal(1, await Run("disable-account", "--sign-in", "clerk.00004", "--reason", "  "));
        Assert.Equal(0, await Run("disable-account", "--sign-in", "clerk.00004", "--reason", "Nghỉ việc"));
        Assert.Equal(1, await Run("disable-account", "--sign-in", "clerk.00004", "--reason", "Nghỉ việc"));

        await using (var store = await OfflineStore.Open(Settings))
            Assert.Null(await store.Service<ISessionReads>().Account("clerk.00004"));
        Assert.Equal(0, await Run("enable-account", "--sign-in", "clerk.00004", "--reason", "Trở lại"));
    }

    [Fact]
    public async Task What_is_no_command_or_lacks_an_option_ends_with_2()
    {
        Assert.Equal(2, await Run("dance"));
        Assert.Equal(2, await Run("mint-sessions", "--users", "3"));
        Assert.Equal(2, await Run("mint-sessions", "--users", "3", "--out", "x", "--role", "king"));
        Assert.Equal(1, await Run("mint-sessions", "--users", "3", "--out", Path.Combine(_folder, "x")));
    }

    private NodeSettings Settings => new() { DataDirectory = Path.Combine(_folder, "data") };

    private Task<int> Run(params string[] args) =>
        Verbs.Run(CommandLine.Parse([.. args, "--data", Path.Combine(_folder, "data")]));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
