using PartyRealtime.Contracts.Policy;

namespace PartyRealtime.Web.Policy;

/// <summary>The act that an endpoint stands for.</summary>
public sealed record ActMetadata(Act Act)
{
    public ActRule Rule => ActTable.Of(Act);
}
