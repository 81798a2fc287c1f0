namespace Bailiwick.House.Tests;

public class ReadmeTests
{
    private const int MostLines = 80;
    private static readonly string[] Sections = ["What comes in", "What goes out", "Where to start reading", "Words", "How to add"];

    public static TheoryData<string> Rooms => RoomTests.All;

    [Theory, MemberData(nameof(Rooms))]
    public void Every_room_has_a_short_README_with_the_five_sections(string room)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Src, room, "README.md"));

        Assert.Equal(Sections, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..].Trim()).Where(Sections.Contains));
        Assert.InRange(lines.Length, 1, MostLines);
    }

    [Theory, MemberData(nameof(Rooms))]
    public void Files_that_a_README_names_exist(string room)
    {
        string folder = Path.Combine(Repository.Src, room);
        IEnumerable<string> named = MarkdownFile.Read(Path.Combine(folder, "README.md")).CodeWords
            .Where(word => word.EndsWith(".cs", StringComparison.Ordinal) && !word.Contains('*') && !word.Contains('<'));

        Assert.Empty(named.Where(name => !Repository.Files($"src/{room}", ".cs").Any(file => file.EndsWith("/" + name, StringComparison.Ordinal))
            && !File.Exists(Path.Combine(Repository.Top, name))));
    }
}
