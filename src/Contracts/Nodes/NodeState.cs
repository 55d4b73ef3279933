namespace PartyRealtime.Contracts.Nodes;

/// <summary>How a node stands, as it says itself, or as the others know it.</summary>
public enum NodeState
{
    /// <summary>It serves.</summary>
    Ready = 1,

    /// <summary>It was told to stop, and ends what it has begun.</summary>
    Draining = 2,

    /// <summary>It cannot serve now: it is starting, its store does not answer, or nobody in the cluster decides.</summary>
    NotReady = 3,

    /// <summary>It has not said anything within <see cref="NodeLimits.AnswerMax"/>, and has not been declared dead.</summary>
    NotAnswering = 4,

    /// <summary>It was told to stop, has ended in order, and was not started again.</summary>
    Stopped = 5,

    /// <summary>It was declared dead by the others, and was not started again.</summary>
    DeclaredDead = 6,
}
