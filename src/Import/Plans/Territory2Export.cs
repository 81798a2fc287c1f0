using System.Collections.Immutable;
using System.Text;
using Bailiwick.Geography;
using Bailiwick.Import.Export;
using Bailiwick.Import.Plans.Salesforce;
using Bailiwick.Market;
using Bailiwick.Measures;
using Bailiwick.Territories;

namespace Bailiwick.Import.Plans;

/// <summary>How a plan goes to Salesforce.</summary>
public sealed record Territory2ExportOptions
{
    /// <summary>Developer name of the territory model; null makes one of the plan's name.</summary>
    public string? Model { get; init; }

    /// <summary>Fields of accounts there that hold a field of ours: <c>Tier__c</c> → <c>tier</c>. They come before the house's own table.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A plan as a Territory2 model: metadata, and tables that associate accounts and users.</summary>
/// <remarks>Rules are written so that their order does not matter: each asks what leads to its territory, and that no earlier sibling takes it.</remarks>
public sealed class Territory2Export
{
    private const string ByHand = "Territory2Manual";
    private static readonly ImmutableArray<string> AccountColumns = ["ObjectId", "Territory2.DeveloperName", "AssociationCause"];
    private static readonly ImmutableArray<string> UserColumns = ["UserId", "Territory2.DeveloperName", "RoleInTerritory2"];

    private readonly PlanDocument plan;
    private readonly Territory2Model model;

    private Territory2Export(PlanDocument plan, Territory2Model model) => (this.plan, this.model) = (plan, model);

    /// <summary>Name of the folder of metadata below the folder that is written.</summary>
    public const string MetadataFolder = "metadata";

    /// <summary>Some territories have no rules, and no accounts were given.</summary>
    public static Problem AccountsMissing(int territories) => PlanProblems.AccountsMissing(territories);

    /// <summary>What has no equivalent, each with the line of its territory.</summary>
    public IReadOnlyList<Problem> Problems => model.Problems;

    /// <summary>Territories whose conditions have no equivalent: they have no rules there, and hold what is associated with them.</summary>
    public IReadOnlySet<TerritoryId> ByAssociation => model.ByAssociation;

    /// <summary>The metadata: relative path → content.</summary>
    public IReadOnlyDictionary<string, string> Files => model.Files;

    /// <summary>Makes the model.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="options">How.</param>
    /// <param name="atlas">The geography at hand, to know which territories can overlap.</param>
    /// <param name="cancellation">Ends the work with an exception.</param>
    public static Territory2Export Of(PlanDocument plan, Territory2ExportOptions options, Atlas? atlas, CancellationToken cancellation = default) =>
        new(plan, new Territory2Model(plan, options, new NodeRules(plan, atlas, cancellation)));

    /// <summary>Who owns and who works beside: one row a territory and rep.</summary>
    public Sheet Users => new("UserTerritory2Association", UserColumns, plan.Reps.SelectMany(rep => rep.Overlay
        .Select(each => User(each, rep.Territory, "Overlay"))
        .Prepend(User(rep.Owner, rep.Territory, "Owner"))));

    /// <summary>Accounts that the plan names, one row each: all that can be said without accounts.</summary>
    public Sheet NamedAccounts => new("ObjectTerritory2Association", AccountColumns, plan.Territories.SelectMany(territory => territory.Accounts.Select(account => Account(account, territory.Id))));

    /// <summary>Accounts that no rule there brings where the plan has them: by name or override, of a family, or of a territory without rules.</summary>
    /// <param name="answers">Accounts with the plan's answers, in any order.</param>
    public Sheet Associations(IEnumerable<(AccountId Account, PlanAnswer Answer)> answers)
    {
        Dictionary<string, HashSet<string>> named = plan.Layers.ToDictionary(
            layer => layer.Name, layer => layer.Territories.SelectMany(top => top.WithDescendants()).SelectMany(node => node.Accounts).Select(account => account.Value).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        HashSet<string> families = [.. plan.Territories.Where(territory => territory.IsFamilyTogether).Select(territory => territory.Id.Value)];
        return new Sheet("ObjectTerritory2Association", AccountColumns, answers
            .Where(each => each.Answer.Territory is { } territory
                && (each.Answer.Rule is MatchRule.Named or MatchRule.Override || ByAssociation.Contains(territory) || named[each.Answer.Layer].Contains(each.Account.Value)
                    || (families.Count > 0 && each.Answer.Path.Split('/').Any(families.Contains))))
            .Select(each => Account(each.Account, each.Answer.Territory!.Value)));
    }

    /// <summary>Writes metadata and tables. The folder must be new or empty, so that no territory of an older export stays in it.</summary>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="accounts">Which accounts to associate.</param>
    /// <returns>Why not all was written.</returns>
    public IReadOnlyList<Problem> Save(string folder, Sheet accounts)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return [PlanProblems.FolderNotEmpty(folder)];
        }

        try
        {
            foreach (string below in Files.Keys.Select(file => Path.GetDirectoryName(Path.Combine(folder, MetadataFolder, file))!).Distinct(StringComparer.Ordinal))
            {
                Directory.CreateDirectory(below);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [ExportProblems.CannotWrite(folder, refused.Message)];
        }

        return
        [
            .. Files.SelectMany(file => ExportFile.Write(Path.Combine(folder, MetadataFolder, file.Key), stream => stream.Write(Encoding.UTF8.GetBytes(file.Value)))),
            .. new[] { accounts, Users }.SelectMany(sheet => ExportFile.Write(sheet, ExportFormat.Csv, Path.Combine(folder, $"{sheet.Name}.csv"), new ExportOptions { ByteOrderMark = false })),
        ];
    }

    private SheetRow Account(AccountId account, TerritoryId territory) => new([account.Value, model.NameOf(territory), ByHand]);

    private SheetRow User(RepId rep, TerritoryId territory, string role) => new([rep.Value, model.NameOf(territory), role]);
}
