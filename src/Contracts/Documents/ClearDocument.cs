namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// Content (leader) or form (clerk) is in order. Both locked the body: it goes to signature. Refuses TextChanged where what
/// was seen is said and is no longer what would be cleared.
/// </summary>
/// <param name="BodyHash">Of the text as it was seen: <see cref="DocumentView.BodyHash"/>. It covers the text alone.</param>
/// <param name="BodyVersion">
/// What was seen with its sheet and attachments: <see cref="DocumentView.BodyVersion"/>. Who says neither is not held to anything.
/// </param>
[GenerateSerializer, Immutable, Alias("clear-document")]
public sealed record ClearDocument([property: Id(0)] string? BodyHash = null, [property: Id(1)] int? BodyVersion = null) : DocumentRequest;
