namespace Bailiwick.Territories.Tests.Proof;

/// <summary>How many random cases: a slice by default, all with <c>BAILIWICK_LONG=1</c>.</summary>
internal static class LongRun
{
    public static ulong Of(ulong slice, ulong all) => Environment.GetEnvironmentVariable("BAILIWICK_LONG") == "1" ? all : slice;
}
