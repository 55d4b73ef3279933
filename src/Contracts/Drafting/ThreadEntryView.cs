using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>What one person said or decided in a thread.</summary>
/// <param name="Id">What the inbox item of somebody who is mentioned names.</param>
/// <param name="Kind">What was done.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Text">The words; empty for a decision without any.</param>
public sealed record ThreadEntryView(ThreadEntryId Id, ThreadEntryKind Kind, DateTimeOffset At, PersonRef By, string Text);
