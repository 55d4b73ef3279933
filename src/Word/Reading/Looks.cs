using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>How letters look, as far as a text of ours knows it; null where nothing is said.</summary>
internal readonly record struct Looks(bool? Bold, bool? Italic, bool? Underline, bool? Hidden)
{
    public static Looks Of(XElement? properties) =>
        new(properties.Switch("b"), properties.Switch("i"), properties.Switch("u"), properties.Switch("vanish"));

    /// <summary>These, and those of the other where it says something.</summary>
    public Looks With(Looks other) =>
        new(other.Bold ?? Bold, other.Italic ?? Italic, other.Underline ?? Underline, other.Hidden ?? Hidden);
}
