namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>One request: where, and what is sent.</summary>
internal sealed record Call(string Path, object? Body = null);
