using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace PartyRealtime.Word.Reading;

/// <summary>
/// Elements by their local names: files of the transitional and of the strict form of the standard differ in their
/// namespaces alone.
/// </summary>
internal static class WordXml
{
    /// <summary>
    /// Elements inside one another; Word's own files have some tens. A tree of a deep part takes time that grows with the
    /// square of its depth, and whoever walks it by recursion ends the process.
    /// </summary>
    public const int DepthMax = 256;

    public static XElement? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    public static string? Said(this XElement? element, string attribute) =>
        element?.Attributes().FirstOrDefault(one => one.Name.LocalName == attribute)?.Value;

    public static string? Value(this XElement? element) => element.Said("val");

    /// <summary>The letters that stand in the element itself, and not in others inside it, which the standard does not know there.</summary>
    public static string Letters(this XElement element) => string.Concat(element.Nodes().OfType<XText>().Select(text => text.Value));

    public static int? Number(this XElement? element, string attribute = "val") =>
        int.TryParse(element.Said(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A property that is on when it is there, unless it says that it is not; null when it is not there.</summary>
    public static bool? Switch(this XElement? properties, string name) =>
        properties.Child(name) is { } property ? property.Value() is not ("0" or "false" or "off" or "none") : null;

    /// <exception cref="XmlException">Not well-formed, with a document type, or deeper than <see cref="DepthMax"/>.</exception>
    public static XElement Parse(byte[] part)
    {
        using var reader = Reader(part);
        return XElement.Load(reader);
    }

    /// <summary>No document types, so no entities that grow; nothing is fetched from anywhere. The part was read through once.</summary>
    /// <exception cref="XmlException">As of <see cref="Parse"/>.</exception>
    public static XmlReader Reader(byte[] part)
    {
        using (var whole = Open(part))
        {
            while (whole.Read())
            {
                if (whole.Depth > DepthMax)
                    throw new XmlException($"Elements are nested deeper than {DepthMax}.");
            }
        }

        return Open(part);
    }

    private static XmlReader Open(byte[] part) => XmlReader.Create(
        new MemoryStream(part, writable: false),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
}
