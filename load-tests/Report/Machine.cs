namespace PartyRealtime.LoadTests.Report;

/// <summary>Where the run was made.</summary>
/// <param name="Cores">Processors of this machine.</param>
/// <param name="LoadBefore">The load average of the last minute before the run: what else went on.</param>
/// <param name="Runtime">The .NET version.</param>
/// <param name="System">The operating system.</param>
public sealed record Machine(int Cores, string LoadBefore, string Runtime, string System)
{
    public static Machine Here() => new(
        Environment.ProcessorCount,
        File.ReadAllText("/proc/loadavg").Split(' ')[0],
        Environment.Version.ToString(),
        Environment.OSVersion.ToString());
}
