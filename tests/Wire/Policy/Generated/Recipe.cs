namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>How an endpoint is asked, about what, and what the model says to it.</summary>
internal sealed record Recipe
{
    /// <summary>For <see cref="GrantedCode"/>: whatever comes, it is not the policy that refuses.</summary>
    public const string Anything = "*";

    /// <summary>Method and route, as the program declares it.</summary>
    public required string Endpoint { get; init; }

    /// <summary>
    /// A request that the policy has to judge. Where the act changes something and has fields, they are wrong, so that
    /// even who may do it changes nothing: fields are looked at last.
    /// </summary>
    public required Func<Thing, Call> Ask { get; init; }

    /// <summary>What it is asked about; nothing when it is about nothing in particular.</summary>
    public Func<Office, IEnumerable<Thing>>? About { get; init; }

    /// <summary>What the model says once the person's role lets him or her ask at all.</summary>
    public Func<Player, Thing, Verdict> Model { get; init; } = (_, _) => Verdict.Granted;

    /// <summary>The refusal of the wrong fields; empty when nothing is wrong with the request.</summary>
    public string GrantedCode { get; init; } = "";

    /// <summary>The act has no fields that could be wrong: granted ones are done on things of their own.</summary>
    public bool Changes { get; init; }

    /// <summary>A granted answer shows the thing; what it may show is looked at here. Null when all is well.</summary>
    public Func<Player, Thing, Answer, string?>? Look { get; init; }

    /// <summary>Answers alike are compared by their shape: they hold the id of the command itself.</summary>
    public bool ByShape { get; init; }

    public HttpMethod Method => new(Endpoint.Split(' ')[0]);
}
