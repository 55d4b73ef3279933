using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Web.Commands;

/// <summary>What is known of a command.</summary>
/// <param name="State">applied, running, abandoned (it never will be applied) or unknown.</param>
/// <param name="Answer">The receipt of an applied command.</param>
internal sealed record CommandAnswer(string State, Receipt? Answer);
