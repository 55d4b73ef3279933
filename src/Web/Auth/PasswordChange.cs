using System.Security.Cryptography;
using System.Text;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Storage.Commands;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Auth;

/// <summary>One's own password, changed by whoever knows it (step-up). The other sessions end.</summary>
internal static class PasswordChange
{
    public static async Task<IResult> Run(
        ChangePasswordRequest request,
        Caller caller,
        HttpContext http,
        IPasswordCheck passwords,
        PasswordHashing hashing,
        ICommandReads commands,
        IGrainFactory grains,
        ISessions sessions)
    {
        if (Refused(request) is { } refusal)
            return refusal.ToResult();
        // The stored body hash must not be one over a password: it could be tried offline against a leaked table.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"password of {caller.Actor.Official}"));
        var context = CommandEdge.ContextOf(http, caller.Actor, hash);
        if (!context.IsOk)
            return context.Refusal.ToResult();
        if (await Known() is { } known)
            return known;
        var check = await passwords.Check(caller.Actor.Official, request.Password!, http.RequestAborted);
        if (!check.IsOk)
        {
            // Its own repetition may have changed it meanwhile: that one is answered alike.
            return await Known() ?? (check.Refusal with { Field = "password" }).ToResult();
        }

        var changed = await grains.GetGrain<ISessionGrain>(caller.Actor.Official.Value)
            .ChangePassword(context.Value, new ChangePassword(hashing.Hash(request.Next!), caller.Session.Key.ToImmutable()));
        if (changed.IsOk)
            sessions.EndAll(caller.Actor.Official, but: caller.Session.Key);
        return changed.ToResult();

        // A repetition is answered as the first time; an id that was used for something else, or for another password, is not.
        async Task<IResult?> Known()
        {
            if (await commands.Find(context.Value.Key, http.RequestAborted) is not { Receipt: { } receipt } stored)
                return null;
            if (!stored.BodyHash.AsSpan().SequenceEqual(hash))
                return new Refusal(RefusalCode.CommandIdReused).ToResult();
            // Each answer says whether this is the password by now: it is limited as every other guess inside a session.
            var same = await passwords.Check(caller.Actor.Official, request.Next!, http.RequestAborted);
            if (same.IsOk)
                return Results.Ok(receipt);
            // Too many guesses, or too much to hash now, say nothing about the id.
            return (same.Refusal.Code == RefusalCode.StepUpRequired ? RefusalCode.CommandIdReused : same.Refusal).ToResult();
        }
    }

    private static Refusal? Refused(ChangePasswordRequest request)
    {
        if (request.Password is not { Length: > 0 })
            return new Refusal(RefusalCode.FieldMissing, "password");
        if (request.Next is not { Length: > 0 } next)
            return new Refusal(RefusalCode.FieldMissing, "next");
        if (next.Length > SessionLimits.PasswordCharsMax || request.Password.Length > SessionLimits.PasswordCharsMax)
            return new Refusal(RefusalCode.FieldTooLong, "next");
        return next.Length < SessionLimits.PasswordCharsMin || next == request.Password
            ? new Refusal(RefusalCode.FieldInvalid, "next")
            : null;
    }
}
