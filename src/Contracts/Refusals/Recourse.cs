namespace PartyRealtime.Contracts.Refusals;

/// <summary>What the sender can do after a refusal.</summary>
public enum Recourse
{
    /// <summary>Sending the same again gives the same answer.</summary>
    Final = 1,
    /// <summary>The same command under the same id may succeed later.</summary>
    MayRetry = 2,
    /// <summary>Read again, then decide.</summary>
    MustReload = 3,
    /// <summary>Sign in (again).</summary>
    MustSignIn = 4,
}
