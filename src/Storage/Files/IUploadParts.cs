using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Files;

/// <summary>
/// Uploads whose bytes come in parts, over any node. What is answered as durable survives a power cut. Another person's
/// upload is nowhere: each call names the person, and looks among that person's alone.
/// </summary>
public interface IUploadParts
{
    /// <summary>
    /// Begins an upload without a byte, or finds the person's own of the same plan, however far it is; null when the person has
    /// <see cref="UploadLimits.UnfinishedMax"/> others. Several at once may come to one more each.
    /// </summary>
    /// <exception cref="IOException">The disk is full or away.</exception>
    Guid? Begin(OfficialId official, UploadPlan plan);

    /// <summary>How far it is; null when there is none, or nobody went on with it for <see cref="UploadLimits.ContinuableFor"/>.</summary>
    PartialUpload? Find(OfficialId official, Guid upload);

    /// <summary>
    /// Writes these bytes if the upload stands at this offset and nobody else writes to it, on any node. What has been
    /// written is never changed.
    /// </summary>
    /// <exception cref="IOException">The disk is full or away; a beginning of the bytes may be kept.</exception>
    Task<Appended> Append(OfficialId official, Guid upload, long offsetBytes, ReadOnlyMemory<byte> bytes);

    /// <summary>The bytes so far; nothing is appended while it is open. Null when there is no such upload or it was kept.</summary>
    FileStream? Open(OfficialId official, Guid upload);

    /// <summary>
    /// Lets the bytes go, which are in the file store by now and recorded. The upload is found as kept from then on, so that who
    /// asks again is answered again.
    /// </summary>
    void Keep(OfficialId official, Guid upload);

    /// <summary>Takes it away with its bytes; false when there was none.</summary>
    bool Remove(OfficialId official, Guid upload);

    /// <summary>Removes what nobody went on with for <see cref="UploadLimits.ContinuableFor"/>; how many uploads that were.</summary>
    int Sweep();
}
