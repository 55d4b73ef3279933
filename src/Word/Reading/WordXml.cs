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
    public static XElement? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    public static string? Said(this XElement? element, string attribute) =>
        element?.Attributes().FirstOrDefault(one => one.Name.LocalName == attribute)?.Value;

    public static string? Value(this XElement? element) => element.Said("val");

    public static int? Number(this XElement? element, string attribute = "val") =>
        int.TryParse(element.Said(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A property that is on when it is there, unless it says that it is not; null when it is not there.</summary>
    public static bool? Switch(this XElement? properties, string name) =>
        properties.Child(name) is { } property ? property.Value() is not ("0" or "false" or "off" or "none") : null;

    /// <exception cref="XmlException">Not well-formed, or with a document type.</exception>
    public static XElement Parse(byte[] part)
    {
        using var reader = Reader(part);
        return XElement.Load(reader);
    }

    /// <summary>No document types, so no entities that grow; nothing is fetched from anywhere.</summary>
    public static XmlReader Reader(byte[] part) => XmlReader.Create(
        new MemoryStream(part, writable: false),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
}
