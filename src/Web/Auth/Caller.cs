using System.Diagnostics.CodeAnalysis;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Auth;

/// <summary>
/// Who sends this request, made from the session before the endpoint runs. One per request; endpoints take it as a
/// parameter. Reading it where the endpoint's act needs no session, or no command, is a bug.
/// </summary>
public sealed class Caller
{
    private LiveSession? _session;
    private Actor? _actor;
    private CommandContext? _command;

    public LiveSession Session => _session ?? throw Missing("session");

    /// <summary>The person with the seats held today.</summary>
    public Actor Actor => _actor ?? throw Missing("session");

    /// <summary>The idempotency key with the hash of what was sent.</summary>
    public CommandContext Command => _command ?? throw Missing("command");

    /// <summary>Whether the command has gone on to its endpoint; before that nothing can have been applied.</summary>
    internal bool HasSent => _command is not null;

    [MemberNotNull(nameof(_session), nameof(_actor))]
    internal void SignIn(LiveSession session, Actor actor)
    {
        _session = session;
        _actor = actor;
    }

    internal void Send(CommandContext command) => _command = command;

    private static InvalidOperationException Missing(string what) =>
        new($"The endpoint's act needs no {what}, but the endpoint reads it: see the table of acts.");
}
