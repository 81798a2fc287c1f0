using System.Globalization;
using Bailiwick.Measures;
using Bailiwick.Workbench;
using Microsoft.Data.Sqlite;

namespace Bailiwick.Storage.Tests.Kill;

/// <summary>Kills a real process (SIGKILL) while it imports or publishes, at moments spread over its whole work, and looks at what is left.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("BAILIWICK_LONG") == "1" ? 100 : 10;

    [Theory]
    [InlineData(Deed.Import, 1)]
    [InlineData(Deed.Publish, 2)]
    public async Task A_kill_at_any_moment_leaves_the_state_before_or_after_and_the_next_run_works(Deed deed, ulong seed)
    {
        using var world = new SqliteFolder();
        CampaignWorld.Prepare(world.Folder);
        string before = Look(world);

        Calm calm = await Undisturbed(deed, world);
        Calm warm = await Undisturbed(deed, world);
        string after = calm.After;
        Assert.Equal(after, warm.After);
        Assert.NotEqual(before, after);
        TimeSpan ownWork = calm.OwnWork < warm.OwnWork ? calm.OwnWork : warm.OwnWork;

        var chance = new Chance(seed);
        int asBefore = 0, asAfter = 0, inTheMiddle = 0, inTheEnd = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            // Half of the moments while rows come, half in the store's own work up to the commit and a little beyond; each in its own slice.
            // The first half goes by rows and not by the clock, which is of little use on a busy machine.
            bool late = kill % 2 == 1;
            double share = ((kill / 2) + chance.NextDouble()) / (Kills / 2.0);
            int words = late ? calm.Words : 1 + (int)(share * calm.Words);
            TimeSpan delay = late ? share * 1.2 * ownWork : TimeSpan.FromMilliseconds(chance.Next(4));
            string what = string.Create(CultureInfo.InvariantCulture, $"{deed}, seed {seed}, kill {kill}: {delay.TotalMilliseconds:0} ms after {(late ? "the last row" : $"{words} of {calm.Words} thousand rows")}");

            using SqliteFolder place = Copy(world);
            using var victim = new VictimProcess(deed, place.Folder);
            await victim.DiesAfter(late ? Victim.Handed : Victim.Working, words, delay);
            inTheMiddle += victim.Done is null ? 1 : 0;
            inTheEnd += victim is { Done: null, Handed: not null } ? 1 : 0;

            string left = Look(place);
            Assert.True(left == before || left == after, $"{what}: the state is neither the one before nor the one after");
            Assert.True(victim.Done is null || left == after, $"{what}: an acknowledged {deed} is lost");
            Assert.True(Integrity(place) == "ok", $"{what}: {Integrity(place)}");
            (asBefore, asAfter) = left == before ? (asBefore + 1, asAfter) : (asBefore, asAfter + 1);

            if (left == before || deed == Deed.Import)
            {
                using Workspace next = place.Open();
                Victim.Do(deed, next);
            }

            Assert.True(Look(place) == after, $"{what}: the next run did not mend it");
        }

        output.WriteLine($"{deed}: {Kills} kills, {inTheMiddle} before the answer ({inTheEnd} of them after the last row), left {asBefore} as before and {asAfter} as after.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"undisturbed: {calm.Words} thousand rows, then {ownWork.TotalMilliseconds:0} ms to the answer"));
        Assert.True(inTheMiddle > 0, "no kill hit the work");
    }

    private static async Task<Calm> Undisturbed(Deed deed, SqliteFolder world)
    {
        using SqliteFolder place = Copy(world);
        using var victim = new VictimProcess(deed, place.Folder);
        await victim.Ends();
        Assert.True(victim.Handed is not null && victim.Done is not null, "the undisturbed run did not end well");
        return new Calm(victim.Words, victim.Done.Value - victim.Handed.Value, Look(place));
    }

    private static string Look(SqliteFolder place)
    {
        using Workspace workspace = place.Open();
        Assert.Empty(workspace.Journal.Verify());
        return CampaignWorld.Look(workspace);
    }

    private static string Integrity(SqliteFolder place)
    {
        using var connection = new SqliteConnection($"Data Source={place.File};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }

    private static SqliteFolder Copy(SqliteFolder world)
    {
        var copy = new SqliteFolder();
        foreach (string file in Directory.GetFiles(world.Folder))
        {
            File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>An undisturbed run: thousands of rows handed over, the store's own work after the last one, and the state it left.</summary>
    private sealed record Calm(int Words, TimeSpan OwnWork, string After);
}
