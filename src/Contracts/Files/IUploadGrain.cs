using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Files;

/// <summary>Records a person's uploads; the key is the official's number.</summary>
[Alias("IUploadGrain")]
[GrainInterfaceType("i-upload")]
public interface IUploadGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Records that the bytes are in the store. Called only after they are durable there, so that no acknowledged
    /// command can name a file that a power cut takes away.
    /// </summary>
    [Alias("record")]
    Task<Outcome<Receipt>> Record(CommandContext context, UploadedFile file);
}
