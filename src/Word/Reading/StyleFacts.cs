using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>What a style says itself, without the one that it rests on.</summary>
internal sealed record StyleFacts(string Name, string? BasedOn, Looks Looks, XElement? Numbering, string? Align)
{
    public static StyleFacts Of(XElement style) => new(
        style.Child("name").Value() ?? "",
        style.Child("basedOn").Value(),
        Looks.Of(style.Child("rPr")),
        style.Child("pPr").Child("numPr"),
        style.Child("pPr").Child("jc").Value());
}
