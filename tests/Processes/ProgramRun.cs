using System.Diagnostics;

namespace PartyRealtime.Processes;

/// <summary>A program that ran to its end, as a user calls it.</summary>
/// <param name="Exit">Its exit code.</param>
/// <param name="Said">What it has printed, errors too.</param>
public sealed record ProgramRun(int Exit, string Said)
{
    private static readonly TimeSpan EndedMax = TimeSpan.FromSeconds(180);

    /// <summary>Runs it; one that does not end is killed and the test fails.</summary>
    public static async Task<ProgramRun> Of(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(EndedMax);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ProgramRun(process.ExitCode, string.Concat(await said));
    }
}
