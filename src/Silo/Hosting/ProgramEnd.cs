using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Organisation.Loading;
using StackExchange.Redis;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// The outermost frame of both programs: whatever could not start says on standard error, in a sentence, what is wrong and
/// what to do, and ends with the <see cref="ExitCode"/> that fits.
/// </summary>
public static class ProgramEnd
{
    /// <summary>Runs the program to its exit code.</summary>
    public static async Task<int> Of(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (Exception failure)
        {
            var (words, exit) = Say(failure);
            await Console.Error.WriteLineAsync(words);
            return exit;
        }
    }

    /// <summary>The outermost cause that is known says most; around it there may be hosts and lifecycles.</summary>
    private static (string Words, int Exit) Say(Exception failure)
    {
        foreach (var cause in Causes(failure))
        {
            if (StoreFault.Of(cause) is { } fault)
                return (fault.Words, fault.IsSetting ? ExitCode.WrongUse : ExitCode.Failed);
            if (OfMachine(cause) is { } words)
                return (words, ExitCode.Failed);
            if (cause is OperationCanceledException { InnerException: null })
                return ("Told to stop before it served.", ExitCode.Done);
        }

        // A bug, or a machine that is broken in a way that nobody has met: who looks for it needs all of it.
        return ($"The program ended by an error that it does not know. {failure}", ExitCode.Failed);
    }

    private static string? OfMachine(Exception cause) => cause switch
    {
        BulkLoadException => cause.Message,
        IOException { InnerException: AddressInUseException } =>
            $"{cause.Message} Another program listens there, or another node. End it, or set --port and --operations-port to free ones.",
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            "The port for the other nodes is taken. End what listens there, or set --silo-port to a free one.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "An address to listen on is none of this machine's. Set --listen, --operations-listen and --silo-listen to addresses that it has.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "This user may not listen on so low a port. Set --port to 1024 or more, and put a proxy in front.",
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } =>
            "Redis does not let the node in. Set the password in --redis; PARTYREALTIME_REDIS in the environment keeps it off the command line.",
        RedisConnectionException or RedisTimeoutException =>
            "Redis does not answer, and --membership redis keeps the members there. Start it, set --redis to where it is, or leave --membership redis out.",
        UnauthorizedAccessException => $"{cause.Message} Let the program's user write there, or set --data and --files to folders where it may.",
        IOException => cause.Message,
        _ => null,
    };

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        yield return failure;
        IEnumerable<Exception> inner = failure is AggregateException several
            ? several.InnerExceptions
            : failure.InnerException is { } one ? [one] : [];
        foreach (var cause in inner.SelectMany(Causes))
            yield return cause;
    }
}
