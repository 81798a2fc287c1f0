using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bailiwick.Market;
using Bailiwick.Rules;
using Bailiwick.Territories.Reading;
using Bailiwick.Territories.Yaml;

namespace Bailiwick.Territories.Tests;

/// <summary>docs/plan.schema.json, made from the reader's table of keys; and plan files as the JSON that editors judge by it.</summary>
internal static partial class PlanSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Path { get; } = Docs("plan.schema.json");

    /// <summary>The schema as the code has it.</summary>
    public static string Made()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Bailiwick plan file",
        };
        foreach ((string key, JsonNode? value) in Of(PlanKeys.Plan, mayBeNull: false).ToArray())
        {
            schema[key] = value?.DeepClone();
        }

        schema["$defs"] = new JsonObject { ["territory"] = Of(PlanKeys.Territory, mayBeNull: false) };
        return schema.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>A plan file as editors see it: plain words are numbers, truths or nothing where YAML says so.</summary>
    public static JsonNode? Json(YamlNode? node) => node switch
    {
        YamlMap map => new JsonObject(map.Entries.DistinctBy(entry => entry.Key.Value).Select(entry => KeyValuePair.Create(entry.Key.Value, Json(entry.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Json)]),
        YamlScalar { IsNull: true } or null => null,
        YamlScalar { IsPlain: true, Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        YamlScalar { IsPlain: true } plain when Number().IsMatch(plain.Value) => JsonNode.Parse(plain.Value),
        YamlScalar text => JsonValue.Create(text.Value),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    public static string Docs(string name, [CallerFilePath] string caller = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(caller)!, "..", "..", "docs", name));

    private static JsonObject Of(KeyTable table, bool mayBeNull)
    {
        JsonObject schema = Typed(mayBeNull, "object");
        schema["properties"] = new JsonObject(table.Keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, Of(key))));
        schema["additionalProperties"] = false;
        schema["required"] = new JsonArray([.. table.Keys.Where(key => key.IsNeeded).Select(key => JsonValue.Create(key.Name))]);
        if (table.OneOf.Length > 0)
        {
            schema["oneOf"] = new JsonArray([.. table.OneOf.Select(name => new JsonObject
            {
                ["required"] = new JsonArray(name),
                ["properties"] = new JsonObject { [name] = new JsonObject { ["not"] = new JsonObject { ["type"] = "null" } } },
            })]);
        }

        return schema;
    }

    private static JsonObject Of(PlanKey key)
    {
        JsonObject schema = Value(key, !key.IsNeeded);
        schema["description"] = $"{key.Meaning.English}\n{key.Meaning.Chinese}";
        return schema;
    }

    private static JsonObject Value(PlanKey key, bool mayBeNull)
    {
        switch (key.Shape)
        {
            case KeyShape.Words or KeyShape.Rule: return Words(mayBeNull);
            case KeyShape.Together: return Enum(mayBeNull, "together");
            case KeyShape.Day: return With(Typed(mayBeNull, "string"), "pattern", @"^\d{4}-\d{2}-\d{2}$");
            case KeyShape.Number: return Amount(mayBeNull);
            case KeyShape.YesOrNo: return Enum(mayBeNull, true, false, "true", "false");
            case KeyShape.List: return With(Typed(mayBeNull, "array"), "items", Words(mayBeNull: false));
            case KeyShape.Accounts: return With(With(Typed(mayBeNull, "array", "string"), "items", Words(mayBeNull: false)), "pattern", "^\\s*list\\(\".*\"\\)\\s*$");
            case KeyShape.Fields: return With(Typed(mayBeNull, "object"), "additionalProperties", Enum(mayBeNull: false, [.. Fields.CustomKinds.Keys]));
            case KeyShape.Rates: return With(With(Typed(mayBeNull, "object"), "propertyNames", new JsonObject { ["pattern"] = @"^\s*[A-Za-z]{3}\s*$" }), "additionalProperties", With(Amount(mayBeNull: false), "exclusiveMinimum", 0));
            case KeyShape.Amounts: return With(Typed(mayBeNull, "object"), "additionalProperties", Amount(mayBeNull: false));
            case KeyShape.Account: return Account(mayBeNull);
            case KeyShape.Map: return Of(key.Table!(), mayBeNull);
            case KeyShape.Maps: return With(Typed(mayBeNull, "array"), "items", key.Table!() == PlanKeys.Territory ? new JsonObject { ["$ref"] = "#/$defs/territory" } : Of(key.Table!(), mayBeNull: false));
            default: throw new InvalidOperationException($"no schema of {key.Shape}");
        }
    }

    private static JsonObject Account(bool mayBeNull)
    {
        static JsonObject Cell() => With(Typed(mayBeNull: false, "string", "number", "boolean", "array"), "items", Words(mayBeNull: false));
        IEnumerable<string> columns = Accounts.Table.Columns.Select(column => column.Name);
        return With(With(Typed(mayBeNull, "object"), "properties", new JsonObject(columns.Select(column => KeyValuePair.Create<string, JsonNode?>(column, Cell())))), "additionalProperties", Cell());
    }

    private static JsonObject Words(bool mayBeNull) => Typed(mayBeNull, "string", "number", "boolean");

    private static JsonObject Amount(bool mayBeNull) => With(Typed(mayBeNull, "number", "string"), "pattern", @"^[+-]?(\d+\.?\d*|\.\d+)$");

    private static JsonObject Enum(bool mayBeNull, params JsonNode?[] values) => new() { ["enum"] = new JsonArray([.. values, .. mayBeNull ? new JsonNode?[] { null } : []]) };

    private static JsonObject Typed(bool mayBeNull, params string[] types)
    {
        string[] all = mayBeNull ? [.. types, "null"] : types;
        return new JsonObject { ["type"] = all.Length == 1 ? JsonValue.Create(all[0]) : new JsonArray([.. all.Select(type => JsonValue.Create(type))]) };
    }

    private static JsonObject With(JsonObject schema, string key, JsonNode value)
    {
        schema[key] = value;
        return schema;
    }

    // A JSON number that is also a plain number of YAML.
    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,2})?$")]
    private static partial Regex Number();
}
