using System.Collections.Immutable;
using Bailiwick.Measures;

namespace Bailiwick.Import.Plans;

/// <summary>How other systems' territories become a plan. The defaults suit a person at a command line.</summary>
public sealed record PlanImportOptions
{
    /// <summary>Rules that ask accounts.</summary>
    public const string Account = "Account";

    /// <summary>Rules that ask leads.</summary>
    public const string Lead = "Lead";

    /// <summary>The plan's name; null is that of the model, or of the first file.</summary>
    public string? Name { get; init; }

    /// <summary>The layer of all territories; null is one a territory type of Salesforce, and <c>core</c> for tables that name none.</summary>
    public string? Layer { get; init; }

    /// <summary>Developer name of the territory model to take; needed when there are several.</summary>
    public string? Model { get; init; }

    /// <summary>Whose rules are taken from Salesforce: <see cref="Account"/> or <see cref="Lead"/>.</summary>
    public string Object { get; init; } = Account;

    /// <summary>ISO 3166-1 alpha-2: the country of states and postal codes that stand alone; null when they must not.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 4217: the currency of amounts that name none; null leaves it to the plan's rates.</summary>
    public string? Currency { get; init; }

    /// <summary>The boundary set of area codes that name none; null finds the one set that holds them all.</summary>
    public string? Boundaries { get; init; }

    /// <summary>The encoding of text files; null finds it out file by file.</summary>
    public string? Encoding { get; init; }

    /// <summary>Fields of the other system that mean a field of ours: <c>Tier__c</c> → <c>tier</c>. They come before the house's own table.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of the remarks in the plan.</summary>
    public Language Language { get; init; } = Language.English;
}
