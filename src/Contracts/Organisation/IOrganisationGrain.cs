using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>
/// Puts in order who holds which seat and whose account may be used; one for the system, under the key 0. Every act refuses
/// NotInScope for what is not the caller's to manage (<see cref="Policy.StaffScope"/>) or does not exist, and NothingToChange
/// where it stands as asked already.
/// </summary>
[Alias("Iorganisation-grain")]
[GrainInterfaceType("i-organisation")]
public interface IOrganisationGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Gives a seat to somebody, with what lies in its inbox. Refuses FieldInvalid for days out of order or bounds and for a
    /// disabled account, and TooMany for a seat that has as many holders as may be.
    /// </summary>
    [Alias("give-seat")]
    Task<Outcome<Receipt>> Give(CommandContext context, GiveSeat request);

    /// <summary>Ends a holding; one that has not begun never does. Refuses FieldInvalid for a day out of bounds.</summary>
    [Alias("end-holding")]
    Task<Outcome<Receipt>> End(CommandContext context, EndHolding request);

    /// <summary>
    /// Disables an account and ends its sessions, or enables it. Refuses FieldMissing and FieldTooLong for the reason, and
    /// FieldInvalid for one's own account.
    /// </summary>
    [Alias("switch-account")]
    Task<Outcome<Receipt>> Switch(CommandContext context, SwitchAccount request);
}
