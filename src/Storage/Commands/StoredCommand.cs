using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commands;

/// <summary>A command id that is taken.</summary>
/// <param name="BodyHash">Of the command that took it.</param>
/// <param name="Receipt">Its answer; null when the id was written as abandoned.</param>
public sealed record StoredCommand(ImmutableArray<byte> BodyHash, Receipt? Receipt);
