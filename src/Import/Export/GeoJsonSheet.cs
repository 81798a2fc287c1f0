using System.Text.Json;
using Bailiwick.Market;

namespace Bailiwick.Import.Export;

/// <summary>Writes a sheet as GeoJSON points (RFC 7946); a row without a place has a null geometry. Text is not changed: nothing runs it.</summary>
internal static class GeoJsonSheet
{
    public static void Write(Sheet sheet, Stream output) => Write(sheet, output, (writer, _, row) => Point(writer, row));

    /// <summary>Writes a sheet with a geometry of its own for each row, by the row's number from 0.</summary>
    public static void Write(Sheet sheet, Stream output, Action<Utf8JsonWriter, int, SheetRow> geometry)
    {
        int number = 0;
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteString("name", sheet.Name);
        writer.WriteStartArray("features");
        foreach (SheetRow row in sheet.Rows)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Feature");
            Properties(writer, sheet, row);
            writer.WritePropertyName("geometry");
            geometry(writer, number++, row);
            writer.WriteEndObject();
            if (writer.BytesPending > 1 << 16)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter writer, Sheet sheet, SheetRow row)
    {
        writer.WriteStartObject("properties");
        for (int column = 0; column < sheet.Columns.Length; column++)
        {
            writer.WritePropertyName(sheet.Columns[column]);
            Value(writer, row.Cells[column]);
        }

        writer.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter writer, SheetRow row)
    {
        if (row.Point is { } point)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Point");
            writer.WriteStartArray("coordinates");
            writer.WriteNumberValue(point.Longitude);
            writer.WriteNumberValue(point.Latitude);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void Value(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            default: writer.WriteStringValue(CellText.Of(value)); break;
        }
    }
}
