using Bailiwick.Market;

namespace Bailiwick.Import.Export;

/// <summary>Writes columns of text, batch by batch.</summary>
internal interface IColumnWriter : IDisposable
{
    /// <summary>Makes some batches ready to be written; on any thread.</summary>
    object Encode(IReadOnlyList<IReadOnlyList<TextValues>> batches);

    /// <summary>Writes what was made ready.</summary>
    void Write(object encoded);
}
