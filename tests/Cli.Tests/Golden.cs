using System.Runtime.CompilerServices;

namespace Bailiwick.Cli.Tests;

/// <summary>Texts that change only with a look: delete the file, run the test, look at the difference.</summary>
internal static class Golden
{
    public static void Check(string text, string name, [CallerFilePath] string caller = "")
    {
        string file = Path.Combine(Path.GetDirectoryName(caller)!, "golden", name);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text.ReplaceLineEndings("\n"));
            Assert.Fail($"{name} was written anew: look at it, then run again.");
        }

        Assert.Equal(File.ReadAllText(file), text.ReplaceLineEndings("\n"));
    }
}
