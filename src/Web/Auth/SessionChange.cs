namespace PartyRealtime.Web.Auth;

/// <summary>What became of a session that somebody watches.</summary>
public enum SessionChange
{
    /// <summary>Signed out, expired, or the account disabled: nothing may be sent to it any more.</summary>
    Ended = 1,

    /// <summary>Its owner's seats or clearance changed: read them again before anything more is sent.</summary>
    RightsChanged = 2,
}
