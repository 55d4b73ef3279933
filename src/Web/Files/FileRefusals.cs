using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Files;

/// <summary>What is said of files that are not taken, in whichever way they come.</summary>
internal static class FileRefusals
{
    public static Refusal TooLarge { get; } = new(RefusalCode.FileTooLarge, "file", Param("maxMb", "20"));

    public static Refusal TypeDiffers { get; } = new(RefusalCode.FileTypeDiffers, "file", Param("endings", FileKinds.Endings));

    public static Refusal TooManyUnfinished { get; } =
        new(RefusalCode.TooMany, "upload", Param("max", UploadLimits.UnfinishedMax.ToString(CultureInfo.InvariantCulture)));

    private static ImmutableDictionary<string, string> Param(string name, string value) =>
        ImmutableDictionary<string, string>.Empty.Add(name, value);
}
