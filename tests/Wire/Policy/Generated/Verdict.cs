namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>What the model says about one request of one person on one thing.</summary>
internal enum Verdict
{
    /// <summary>Out of scope: the answer must be that for a thing that does not exist.</summary>
    Missing,

    /// <summary>Within scope, but another role's act.</summary>
    OtherRole,

    /// <summary>The person's act, but not in this state.</summary>
    NotNow,

    /// <summary>Nothing of the policy stands in the way.</summary>
    Granted,

    /// <summary>Answered well, but exactly as for a thing that does not exist, and without an effect on the thing.</summary>
    Alike,
}
