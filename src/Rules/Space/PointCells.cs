using Bailiwick.Measures;

namespace Bailiwick.Rules.Space;

/// <summary>The combinations of answers that geometry allows, each with a point; questions stand in bundles of <see cref="SetAxis.MostQuestions"/>.</summary>
internal sealed class PointCells
{
    private const int Directions = 24;
    private const int Grid = 24;

    // Degrees: about ten centimetres.
    private const double Hair = 0.000001;

    // Not halves: the middle of a shape of round corners often lies on the border of another, where a witness would convince nobody.
    private const double AcrossCell = 0.4837;
    private const double UpCell = 0.5219;

    private readonly Predicate[][] bundles;
    private readonly List<(int[] Answers, LonLat Point)> cells = [];

    /// <remarks>
    /// Sought at centres, just inside and outside of each rim, and on a grid over the extent of each and of each pair: a combination that holds only
    /// in a sliver narrower than a 24th of both is not found, and counts as one that geometry rules out.
    /// </remarks>
    public PointCells(Predicate[][] bundles)
    {
        this.bundles = bundles;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (LonLat point in Candidates([.. bundles.SelectMany(bundle => bundle)]))
        {
            int[] answers = [.. bundles.Select((_, bundle) => AnswersOf(bundle, point))];
            if (known.Add(string.Join(',', answers)))
            {
                cells.Add((answers, point));
            }
        }
    }

    /// <summary>All questions.</summary>
    public IEnumerable<Predicate> Questions => bundles.SelectMany(bundle => bundle);

    /// <summary>A point of every combination that was found and is more than a border: around it the answers are the same.</summary>
    public IEnumerable<LonLat> Points => cells.Where(cell => Around(cell.Point).All(near => Enumerable.Range(0, bundles.Length).All(bundle => AnswersOf(bundle, near) == cell.Answers[bundle]))).Select(cell => cell.Point);

    /// <summary>The answers of a point to a bundle, as bits: the first question lowest.</summary>
    public int AnswersOf(int bundle, LonLat point)
    {
        int answers = 0;
        for (int question = 0; question < bundles[bundle].Length; question++)
        {
            answers |= Holds(bundles[bundle][question], point) ? 1 << question : 0;
        }

        return answers;
    }

    /// <summary>Whether some place gives these answers to a bundle.</summary>
    public bool CanBe(int bundle, int answers) => answers == 0 || cells.Exists(cell => cell.Answers[bundle] == answers);

    /// <summary>Whether some place gives these answers to two bundles.</summary>
    public bool CanBe((int Bundle, int Answers) one, (int Bundle, int Answers) other) =>
        (one.Answers == 0 && other.Answers == 0) || cells.Exists(cell => cell.Answers[one.Bundle] == one.Answers && cell.Answers[other.Bundle] == other.Answers);

    /// <summary>A place that gives these answers, one a bundle; null when there is none.</summary>
    public LonLat? PointOf(int[] answers) =>
        cells.Where(cell => cell.Answers.AsSpan().SequenceEqual(answers)).Select(cell => (LonLat?)cell.Point).FirstOrDefault();

    /// <summary>Whether a known point passes.</summary>
    public static bool Holds(Predicate question, LonLat point) => question switch
    {
        IsNear near => near.Centre.DistanceTo(point).Value <= near.Most.Value,
        IsInsideShape inside => inside.Shape.Contains(point),
        _ => throw new InvalidOperationException($"{question} is not for points"),
    };

    private static IEnumerable<LonLat> Candidates(IReadOnlyList<Predicate> questions)
    {
        foreach (IsNear near in questions.OfType<IsNear>())
        {
            yield return Rounded(near.Centre.Longitude, near.Centre.Latitude);
            foreach (double share in new[] { 0.5, 0.999, 1.001, 1.1 })
            {
                for (int direction = 0; direction < Directions; direction++)
                {
                    if (Away(near.Centre, near.Most.Value * share, 2 * Math.PI * direction / Directions) is { } point)
                    {
                        yield return point;
                    }
                }
            }
        }

        Extent[] extents = [.. questions.Select(ExtentOf)];
        foreach (Extent extent in extents.Concat(from one in extents from other in extents where one != other && one.Meets(other) select one.And(other)).Distinct())
        {
            for (int step = 0; step < Grid * Grid; step++)
            {
                double longitude = extent.West + ((extent.East - extent.West) * ((step % Grid) + AcrossCell) / Grid);
                double latitude = extent.South + ((extent.North - extent.South) * ((step / Grid) + UpCell) / Grid);
                if (LonLat.IsValid(longitude, latitude))
                {
                    yield return new LonLat(longitude, latitude);
                }
            }
        }
    }

    private static IEnumerable<LonLat> Around(LonLat point) => new (double, double)[] { (Hair, 0), (-Hair, 0), (0, Hair), (0, -Hair) }
        .Where(step => LonLat.IsValid(point.Longitude + step.Item1, point.Latitude + step.Item2))
        .Select(step => new LonLat(point.Longitude + step.Item1, point.Latitude + step.Item2));

    private static LonLat Rounded(double longitude, double latitude) => new(Math.Round(longitude, 6), Math.Round(latitude, 6));

    /// <summary>The point so far away in a direction, clockwise from the north; null beyond the poles and the edges of the map.</summary>
    public static LonLat? Away(LonLat from, double metres, double direction)
    {
        double latitude = from.Latitude + double.RadiansToDegrees(metres / LonLat.EarthRadius * Math.Cos(direction));
        double longitude = from.Longitude + double.RadiansToDegrees(metres / LonLat.EarthRadius * Math.Sin(direction) / Math.Max(0.01, Math.Cos(double.DegreesToRadians(from.Latitude))));
        return LonLat.IsValid(longitude, latitude) ? new LonLat(longitude, latitude) : null;
    }

    private static Extent ExtentOf(Predicate question)
    {
        if (question is IsInsideShape { Shape: var shape })
        {
            (LonLat southWest, LonLat northEast) = shape.Extent;
            return new Extent(southWest.Longitude, southWest.Latitude, northEast.Longitude, northEast.Latitude);
        }

        var near = (IsNear)question;
        double up = double.RadiansToDegrees(near.Most.Value / LonLat.EarthRadius);
        double aside = up / Math.Max(0.01, Math.Cos(double.DegreesToRadians(near.Centre.Latitude)));
        return new Extent(near.Centre.Longitude - aside, near.Centre.Latitude - up, near.Centre.Longitude + aside, near.Centre.Latitude + up);
    }

    private readonly record struct Extent(double West, double South, double East, double North)
    {
        public bool Meets(Extent other) => West <= other.East && other.West <= East && South <= other.North && other.South <= North;

        public Extent And(Extent other) => new(Math.Max(West, other.West), Math.Max(South, other.South), Math.Min(East, other.East), Math.Min(North, other.North));
    }
}
