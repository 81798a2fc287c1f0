using System.Text;
using System.Xml;

namespace Bailiwick.Import.Plans.Salesforce;

/// <summary>An element with its place.</summary>
/// <param name="Name">Its name without namespace.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Text">Its own text, without surrounding blanks.</param>
/// <param name="Parts">The elements in it, in order.</param>
internal sealed record XmlPart(string Name, int Line, string Text, IReadOnlyList<XmlPart> Parts)
{
    // Territory2 components are three levels deep.
    private const int MostDepth = 16;

    /// <summary>The first element of a name; null without.</summary>
    public XmlPart? Find(string name) => Parts.FirstOrDefault(part => part.Name == name);

    /// <summary>All elements of a name.</summary>
    public IEnumerable<XmlPart> All(string name) => Parts.Where(part => part.Name == name);

    /// <summary>The text of the first element of a name; null without one or when it is blank.</summary>
    public string? Words(string name) => Find(name) is { Text.Length: > 0 } part ? part.Text : null;

    /// <summary>Reads a whole file. A document type is passed over, so that no entity grows without end or names another file.</summary>
    /// <exception cref="XmlException">It is no XML, asks for an entity, or is nested too deep.</exception>
    /// <exception cref="InvalidDataException">There are more bytes than allowed.</exception>
    public static XmlPart Read(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MetadataFiles.MostBytes,
        });
        var place = (IXmlLineInfo)reader;
        var open = new Stack<(string Name, int Line, StringBuilder Text, List<XmlPart> Parts)>();
        XmlPart? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when open.Count == MostDepth:
                    throw new XmlException($"elements are nested deeper than {MostDepth} levels", null, place.LineNumber, place.LinePosition);
                case XmlNodeType.Element:
                    open.Push((reader.LocalName, place.LineNumber, new StringBuilder(), []));
                    if (reader.IsEmptyElement)
                    {
                        Close();
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open.Count > 0:
                    open.Peek().Text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    Close();
                    break;
            }
        }

        return root!;

        void Close()
        {
            (string name, int line, StringBuilder text, List<XmlPart> parts) = open.Pop();
            var part = new XmlPart(name, line, text.ToString().Trim(), parts);
            if (open.TryPeek(out (string Name, int Line, StringBuilder Text, List<XmlPart> Parts) outer))
            {
                outer.Parts.Add(part);
            }
            else
            {
                root = part;
            }
        }
    }
}
