using System.Text.Json;
using Bailiwick.Market;

namespace Bailiwick.Import.Export;

/// <summary>Writes a sheet as GeoJSON points (RFC 7946); a row without a place has a null geometry. Text is not changed: nothing runs it.</summary>
internal static class GeoJsonSheet
{
    public static void Write(Sheet sheet, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteString("name", sheet.Name);
        writer.WriteStartArray("features");
        foreach (SheetRow row in sheet.Rows)
        {
            Feature(writer, sheet, row);
            if (writer.BytesPending > 1 << 16)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Feature(Utf8JsonWriter writer, Sheet sheet, SheetRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("properties");
        for (int column = 0; column < sheet.Columns.Length; column++)
        {
            writer.WritePropertyName(sheet.Columns[column]);
            Value(writer, row.Cells[column]);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("geometry");
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

        writer.WriteEndObject();
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
