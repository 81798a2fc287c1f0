namespace Bailiwick.Measures;

/// <summary>How much a problem weighs.</summary>
public enum Severity
{
    /// <summary>Something was assumed or mended; the thing was kept.</summary>
    Doubt,

    /// <summary>The thing could not be taken; it was left out and is listed.</summary>
    Error,
}

/// <summary>Where a problem stands. Parts that do not apply are null.</summary>
/// <param name="File">The file as the person named it, or a logical name.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">A column's name, or the position in the line from 1.</param>
public sealed record Place(string? File = null, long? Line = null, string? Column = null)
{
    /// <summary>No place: the problem concerns the whole.</summary>
    public static Place None { get; } = new();

    /// <summary>The place as people write it: <c>accounts.csv:12:postal</c>.</summary>
    public override string ToString() => string.Join(':', new[] { File, Line?.ToString(System.Globalization.CultureInfo.InvariantCulture), Column }.Where(part => part is not null));
}

/// <summary>Expected trouble, as a value: what is wrong, with what, where, and what would do.</summary>
/// <param name="Code">Stable name, <c>room.what</c>, in lower case with hyphens: <c>import.unknown-country</c>.</param>
/// <param name="Severity">Whether the thing was kept or left out.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">What is wrong and with what.</param>
/// <param name="Value">The value as given, when there is one.</param>
/// <param name="Advice">What would do. Null when the message says all.</param>
public sealed record Problem(string Code, Severity Severity, Place Place, Text Message, string? Value = null, Text? Advice = null)
{
    /// <summary>One line for a person: place, message, advice.</summary>
    public string In(Language language)
    {
        string place = Place.ToString();
        string text = Message.In(language) + (Advice is null ? "" : " " + Advice.In(language));
        return place.Length == 0 ? text : $"{place}: {text}";
    }

    /// <inheritdoc />
    public override string ToString() => In(Language.English);
}
