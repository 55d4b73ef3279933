using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Contracts.Commits;

/// <summary>
/// Takes the next number of a register: gap-free, never twice, dates ascending with numbers. Number, date and year
/// come from the database clock in Asia/Ho_Chi_Minh.
/// </summary>
/// <param name="Series">The register without its period, such as <c>out:17:CT:0</c> (see DOMAIN §2).</param>
/// <param name="Term">The period for a register per term or congress; null for one per calendar year.</param>
/// <param name="Stream">The document or delivery that takes the number; one of the commit's appends.</param>
/// <param name="Target">Which row gets number, date and symbol: the outgoing document or the delivery.</param>
/// <param name="SymbolSuffix">What follows the number in the symbol, such as <c>-CT/TW</c>; null for arrivals.</param>
public sealed record RegisterTake(string Series, string? Term, StreamId Stream, RegisterTarget Target, string? SymbolSuffix);
