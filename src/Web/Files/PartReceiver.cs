using System.Buffers;
using System.Runtime.ExceptionServices;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Files;

namespace PartyRealtime.Web.Files;

/// <summary>
/// Takes one part of an upload off the line. It is read piece by piece and each piece written under the upload's lock, which is
/// not held while the line is waited for: a request whose line hangs keeps nobody from going on over another one, and
/// finds the upload elsewhere when it wakes up.
/// </summary>
internal sealed class PartReceiver(IUploadParts parts, OfficialId official, Guid id, UploadPlan plan)
{
    /// <summary>Written and synced at once; what a line loses at most of what has arrived when its node dies.</summary>
    private const int PieceBytes = 256 * 1024;

    /// <summary>
    /// Where the upload stands after the part. Of a part whose line breaks, what was read before is kept. Refuses
    /// NotInScope, ChangedMeanwhile, FileTooLarge and, with the first piece, FileTypeDiffers, which takes the upload away.
    /// </summary>
    public async Task<Outcome<long>> Receive(Stream line, long offset, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            while (true)
            {
                var (count, isEnd, broken) = await Read(line, buffer.AsMemory(0, PieceBytes), cancellation);
                if (count > 0)
                {
                    if (await Write(buffer.AsMemory(0, count), offset) is { } refusal)
                        return refusal;
                    offset += count;
                }

                broken?.Throw();
                if (isEnd)
                    return offset;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Fills the piece unless the part ends, or its line breaks, before it is full.</summary>
    private static async Task<(int Count, bool IsEnd, ExceptionDispatchInfo? Broken)> Read(Stream line, Memory<byte> piece, CancellationToken cancellation)
    {
        var count = 0;
        try
        {
            while (count < piece.Length)
            {
                var read = await line.ReadAsync(piece[count..], cancellation);
                if (read == 0)
                    return (count, true, null);
                count += read;
            }

            return (count, false, null);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            return (count, true, ExceptionDispatchInfo.Capture(broken));
        }
    }

    private async Task<Refusal?> Write(ReadOnlyMemory<byte> piece, long offset)
    {
        if (piece.Length > plan.SizeBytes - offset)
            return FileRefusals.TooLarge;
        if (offset == 0 && (piece.Length >= FileKinds.HeadBytes || piece.Length == plan.SizeBytes) && !IsOfItsKind(piece.Span))
        {
            // Before the rest is sent over a bad line in vain.
            parts.Remove(official, id);
            return FileRefusals.TypeDiffers;
        }

        return await parts.Append(official, id, offset, piece) switch
        {
            Appended.Durable => null,
            Appended.Elsewhere => RefusalCode.ChangedMeanwhile,
            _ => RefusalCode.NotInScope,
        };
    }

    private bool IsOfItsKind(ReadOnlySpan<byte> piece) => FileKinds.MediaTypeOf(plan.Name, piece[..Math.Min(FileKinds.HeadBytes, piece.Length)]) is not null;
}
