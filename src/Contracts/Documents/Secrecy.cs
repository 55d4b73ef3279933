namespace PartyRealtime.Contracts.Documents;

/// <summary>How secret a document is; a person reads up to the own clearance. Top secret never enters the system.</summary>
public enum Secrecy
{
    Normal = 0,
    /// <summary>Mật.</summary>
    Confidential = 1,
    /// <summary>Tối mật.</summary>
    Secret = 2,
}
