using Bailiwick.Geography;
using Bailiwick.Market;

namespace Bailiwick.Rules.Attributes;

/// <summary>A test with its number in the rule set.</summary>
internal readonly record struct NumberedTest(int Number, Predicate Predicate);

/// <summary>All tests of one attribute, prepared; answers for whole tables. One row is a table of one row.</summary>
internal abstract class AttributeIndex
{
    /// <summary>The classes of all rows.</summary>
    public abstract AttributeClasses Classify(ColumnTable accounts);

    /// <summary>The value of a row as a person reads it; null is unknown.</summary>
    public abstract string? Show(ColumnTable accounts, int row);

    public static AttributeIndex For(Attribute attribute, IReadOnlyList<NumberedTest> tests, RuleScope scope, Atlas? atlas) => attribute switch
    {
        { Field: { Name: "area" }, Parameter: { } set } => new AreaIndex(atlas is not null && atlas.Has(set) ? atlas.Set(set) : null, set, new TextTests(tests, FieldKind.Code)),
        { Field: var field } when field == Fields.Industry => new IndustryIndex(new TextTests(tests, FieldKind.Code), scope.Schemes),
        { Field.Kind: FieldKind.Text or FieldKind.Code or FieldKind.Postal } => new TextIndex(attribute.Field, new TextTests(tests, attribute.Field.Kind)),
        { Field.Kind: FieldKind.Set } => new SetIndex(attribute.Field, new TextTests(tests, FieldKind.Text)),
        { Field.Kind: FieldKind.Number or FieldKind.Money or FieldKind.Date } => new NumberIndex(attribute, new NumberTests(tests), scope.Rates),
        { Field.Kind: FieldKind.Point } => new PointIndex(tests),
        _ => throw new InvalidOperationException($"no index of {attribute}"),
    };

    /// <summary>The columns of a field that the table has, in the order in which they are asked.</summary>
    protected static TextValues[] TextColumns(Field field, ColumnTable accounts) => field.IsCustom
        ? accounts.Custom.TryGetValue(field.Name, out TextValues? custom) ? [custom] : []
        : [.. field.Columns.Cast<TextColumn>().Select(column => accounts[column])];
}
