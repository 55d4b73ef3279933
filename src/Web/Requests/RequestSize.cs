using Microsoft.AspNetCore.Http.Metadata;

namespace PartyRealtime.Web.Requests;

/// <summary>The largest request body of an endpoint, in bytes; the server cuts a longer one off while it is read.</summary>
internal sealed record RequestSize(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
