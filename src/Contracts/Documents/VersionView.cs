using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>A text written together, as it stood when it was submitted, or when somebody named it.</summary>
/// <param name="Version">As in its address: see <see cref="Drafting.VersionKey"/>.</param>
/// <param name="Name">What it is called; null for one that was submitted.</param>
/// <param name="At">When that was.</param>
/// <param name="By">Who submitted or named it.</param>
/// <param name="Content">ProseMirror JSON; null in a list.</param>
public sealed record VersionView(string Version, string? Name, DateTimeOffset At, PersonRef By, string? Content);
