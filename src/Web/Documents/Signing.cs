using System.Security.Cryptography;
using System.Text;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Documents;

/// <summary>A signature asks for the password again before the grain is asked (step-up).</summary>
internal static class Signing
{
    public static async Task<IResult> Sign(
        Guid id, SignBody body, Caller caller, HttpContext http, IPasswordCheck passwords, IGrainFactory grains)
    {
        var check = await passwords.Check(caller.Actor.Official, body.Password ?? "", http.RequestAborted);
        if (!check.IsOk)
            return (check.Refusal with { Field = "password" }).ToResult();
        // The stored body hash must not be one over the password: it could be tried offline against a leaked table.
        // What was seen is no part of it: a node of the version before makes another hash of it, and a repetition that is
        // answered there would be refused as another command. The grain compares it.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"sign {id} {body.Capacity}"));
        var context = CommandEdge.ContextOf(http, caller.Actor, hash);
        return context.IsOk
            ? await DocumentEndpoints.Run(grains, context.Value, id, new SignDocument(body.Capacity, body.BodyHash, body.BodyVersion))
            : context.Refusal.ToResult();
    }
}
