using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Commands;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Commands;

/// <summary>
/// What became of an own command. Other people's commands are answered like ids that were never used: the key holds
/// the person who asks.
/// </summary>
internal static class CommandEndpoints
{
    public static void MapCommands(this IEndpointRouteBuilder app)
    {
        var commands = app.MapGroup("/api/commands").WithTags("Commands");
        commands.MapGet("/{id:guid}", async (Guid id, Caller caller, ICommandReads reads, CancellationToken cancellation) =>
            Answer(await reads.Status(KeyOf(caller, id), cancellation))).RequireAct(Act.ReadCommand);
        commands.MapPost("/{id:guid}/abandon", async (Guid id, Caller caller, IGrainFactory grains) =>
            Answer(await grains.GetGrain<IOfficialGrain>(caller.Actor.Official.ToGrainKey()).Abandon(new CommandId(id)))).RequireAct(Act.AbandonCommand);
    }

    /// <summary>"Unknown" is no "not applied": only an abandoned id is that for ever.</summary>
    private static IResult Answer(CommandStatus status) => status switch
    {
        CommandStatus.Applied applied => Results.Ok(new CommandAnswer("applied", applied.Receipt)),
        CommandStatus.Running => Results.Ok(new CommandAnswer("running", null)),
        CommandStatus.Abandoned => Results.Ok(new CommandAnswer("abandoned", null)),
        _ => Results.Ok(new CommandAnswer("unknown", null)),
    };

    private static IResult Answer(Outcome<Receipt> abandoned)
    {
        if (abandoned.IsOk)
            return Results.Ok(new CommandAnswer("applied", abandoned.Value));
        return abandoned.Refusal.Code == RefusalCode.CommandAbandoned
            ? Results.Ok(new CommandAnswer("abandoned", null))
            : abandoned.Refusal.ToResult();
    }

    private static CommandKey KeyOf(Caller caller, Guid id) => new(caller.Actor.Official, new CommandId(id));
}
