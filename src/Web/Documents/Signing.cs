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
        // Who does not say what was seen signs under the hash that nodes of a former version make.
        var seen = body.BodyHash is null && body.BodyVersion is null ? "" : $" {body.BodyVersion} {body.BodyHash}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"sign {id} {body.Capacity}{seen}"));
        var context = CommandEdge.ContextOf(http, caller.Actor, hash);
        return context.IsOk
            ? await DocumentEndpoints.Run(grains, context.Value, id, new SignDocument(body.Capacity, body.BodyHash, body.BodyVersion))
            : context.Refusal.ToResult();
    }
}
