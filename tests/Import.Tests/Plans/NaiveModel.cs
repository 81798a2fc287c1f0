using System.Globalization;

namespace Bailiwick.Import.Tests.Plans;

/// <summary>The second opinion: where Salesforce puts an account, as its help says it, sentence by sentence.</summary>
internal sealed class NaiveModel
{
    public sealed record Item(string Field, string Operation, string Value);

    public sealed record ModelRule(string Name, Item[] Items, string Filter, Func<bool[], bool> Holds);

    public sealed record Territory(string Name, string? Parent, List<ModelRule> Rules);

    public List<Territory> Territories { get; } = [];

    /// <summary>The territories that an account is in by rule: it fits all rules of each, and of one branch it is in the lowest.</summary>
    public string[] Of(IReadOnlyDictionary<string, string> account)
    {
        Territory[] fitting = [.. Territories.Where(territory => territory.Rules.Count > 0 && territory.Rules.All(rule => rule.Holds([.. rule.Items.Select(item => Holds(item, account))])))];
        return [.. fitting.Where(territory => !fitting.Any(other => other != territory && IsBelow(other, territory))).Select(territory => territory.Name).Order(StringComparer.Ordinal)];
    }

    public bool IsBelow(Territory below, Territory above)
    {
        for (string? parent = below.Parent; parent is not null; parent = Territories.Single(each => each.Name == parent).Parent)
        {
            if (parent == above.Name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(Item item, IReadOnlyDictionary<string, string> account)
    {
        string has = account[item.Field];
        string[] values = item.Value.Split(',');
        bool isNumber = item.Field is "NumberOfEmployees" or "Beds__c";
        return item.Operation switch
        {
            "equals" => values.Any(value => Same(has, value)),
            "notEqual" => !values.Any(value => Same(has, value)),
            "startsWith" => has.Length > 0 && values.Any(value => has.StartsWith(value, StringComparison.OrdinalIgnoreCase)),
            "includes" => values.Any(group => group.Split(';').All(value => has.Split(';').Any(one => Same(one, value)))),
            "excludes" => !values.Any(group => group.Split(';').All(value => has.Split(';').Any(one => Same(one, value)))),
            _ when has.Length == 0 => false,
            "lessThan" => Order() < 0,
            "lessOrEqual" => Order() <= 0,
            "greaterThan" => Order() > 0,
            "greaterOrEqual" => Order() >= 0,
            _ => throw new InvalidOperationException(item.Operation),
        };

        int Order() => isNumber
            ? decimal.Parse(has, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(item.Value, CultureInfo.InvariantCulture))
            : string.CompareOrdinal(has, item.Value);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
