namespace Bailiwick.Import.Reading;

/// <summary>Why a row could not be read.</summary>
internal enum RowFault
{
    /// <summary>It could.</summary>
    None,

    /// <summary>A quote opens a cell and never closes.</summary>
    OpenQuote,

    /// <summary>Something else than a separator or the end of the row follows a closing quote.</summary>
    AfterQuote,

    /// <summary>No end of the row in sight: this is no table, or its row end is another.</summary>
    TooLong,
}
