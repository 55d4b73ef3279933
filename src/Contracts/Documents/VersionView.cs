using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>A text written together, as it stood when it was submitted.</summary>
/// <param name="Version">The version of the body that it became.</param>
/// <param name="At">When it was frozen.</param>
/// <param name="By">Who submitted it.</param>
/// <param name="Content">ProseMirror JSON; null in a list.</param>
public sealed record VersionView(int Version, DateTimeOffset At, PersonRef By, string? Content);
