using System.Globalization;
using System.Net;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// The words of the command line: an optional verb, options with a value (<c>--port 8080</c> or <c>--port=8080</c>),
/// flags, and what stands alone. Unknown options are errors that name the known ones. An option that is left out is taken
/// from the environment (<c>PARTYREALTIME_STORE</c> for <c>--store</c>): a command line is read by everybody on a machine.
/// </summary>
public sealed class CommandLine
{
    private static readonly string[] WithValue =
    [
        "--port", "--operations-port", "--data", "--listen", "--store", "--size", "--origin", "--users", "--out", "--role", "--units",
        "--officials", "--sign-in", "--files", "--cluster", "--node", "--roles", "--silo-listen", "--silo-port", "--membership", "--push",
        "--redis", "--proxy", "--operations-listen", "--connections", "--unit", "--seat", "--from", "--until", "--on", "--instead-of",
        "--reason",
    ];

    private static readonly string[] Flags = ["--no-seed", "--traffic", "--dry-run", "--dashboard"];

    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _flags = [];
    private readonly List<string> _words = [];
    private readonly List<string> _errors = [];

    private CommandLine()
    {
    }

    /// <summary>The first word that is no option, such as <c>import</c>; null to serve.</summary>
    public string? Verb => _words.Count > 0 ? _words[0] : null;

    /// <summary>The words behind the verb.</summary>
    public IReadOnlyList<string> Words => [.. _words.Skip(1)];

    /// <summary>What is wrong, in sentences that say what to write instead.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var line = new CommandLine();
        for (var index = 0; index < args.Count; index++)
        {
            var (name, value) = Split(args[index]);
            if (!name.StartsWith("--", StringComparison.Ordinal))
                line._words.Add(args[index]);
            else if (Flags.Contains(name) && value is null)
                line._flags.Add(name);
            else if (!WithValue.Contains(name))
                line._errors.Add($"{name} is not known. Known are {string.Join(", ", WithValue.Concat(Flags))}.");
            else if (value is not null || ++index < args.Count)
                line._values[name] = value ?? args[index];
            else
                line._errors.Add($"{name} needs a value behind it.");
        }

        return line;
    }

    public string? Value(string name) => _values.GetValueOrDefault(name) ?? FromEnvironment(name);

    public bool Has(string flag) => _flags.Contains(flag);

    /// <summary>The number of an option within its bounds, or its default; an error is noted otherwise.</summary>
    public int Number(string name, int otherwise, int min, int max)
    {
        if (Value(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        _errors.Add($"{name} {text}: set a number from {min} to {max}.");
        return otherwise;
    }

    /// <summary>The IP address that the text is, or the default for null; an error is noted for anything else.</summary>
    public IPAddress Address(string name, string? text, IPAddress otherwise)
    {
        if (text is null)
            return otherwise;
        if (IPAddress.TryParse(text, out var address))
            return address;
        _errors.Add($"{name} {text}: set an IP address, such as 127.0.0.1 or 0.0.0.0.");
        return otherwise;
    }

    /// <summary>The value of an option that the verb cannot do without; an error is noted when it is missing.</summary>
    public string Needed(string name, string what)
    {
        if (Value(name) is { Length: > 0 } value)
            return value;
        _errors.Add($"Set {name} to {what}.");
        return "";
    }

    /// <summary>Notes that something is wrong.</summary>
    public void Refuse(string error) => _errors.Add(error);

    private static string? FromEnvironment(string name) =>
        Environment.GetEnvironmentVariable("PARTYREALTIME_" + name[2..].Replace('-', '_').ToUpperInvariant());

    private static (string Name, string? Value) Split(string arg)
    {
        var equals = arg.StartsWith("--", StringComparison.Ordinal) ? arg.IndexOf('=', StringComparison.Ordinal) : -1;
        return equals < 0 ? (arg, null) : (arg[..equals], arg[(equals + 1)..]);
    }
}
