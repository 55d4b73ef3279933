using System.Collections.Immutable;
using PartyRealtime.Contracts.Sessions;

namespace PartyRealtime.Storage.Sessions;

/// <summary>What decisions about an official's sessions are made on.</summary>
/// <param name="Head">The head of the official's session stream.</param>
/// <param name="Lock">Failed sign-ins in a row.</param>
/// <param name="IsDisabled">Whether the account may not be used, or does not exist.</param>
/// <param name="Open">The sessions that have not ended, the oldest first.</param>
public sealed record SessionState(long Head, SignInLockRow Lock, bool IsDisabled, ImmutableArray<SessionRow> Open);
