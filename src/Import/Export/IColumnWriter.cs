using Bailiwick.Market;

namespace Bailiwick.Import.Export;

/// <summary>Writes columns of text, batch by batch.</summary>
internal interface IColumnWriter : IDisposable
{
    /// <summary>Makes a batch ready to be written; on any thread.</summary>
    object Encode(IReadOnlyList<TextValues> columns);

    /// <summary>Writes a batch that was made ready.</summary>
    void Write(object encoded);
}
