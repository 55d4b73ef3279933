using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A selector that names nothing that can receive, and why.</summary>
public sealed record RefusedSelector(string Selector, RefusalCode Reason);
