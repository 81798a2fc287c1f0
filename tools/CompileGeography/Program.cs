using Bailiwick.CompileGeography;
using Bailiwick.Geography;

// Usage: CompileGeography PACKAGES DUMP OUTPUT
// PACKAGES: the node_modules folder; DUMP: what dump.mjs wrote; OUTPUT: where the compiled files go.
var sources = new Sources(args[0], args[1]);
string output = args[2];
Directory.CreateDirectory(output);

foreach (BoundarySet set in (BoundarySet[])[.. UnitedStatesSets.Compile(sources), .. TaiwanSets.Compile(sources)])
{
    File.WriteAllBytes(Path.Combine(output, set.Id + ".bin"), set.ToBytes());
    Sources.Tell($"{set.Id}: {set.Areas.Length} areas, {set.Neighbours.Edges} neighbour pairs, {set.Topology.Clashes} clashes");
}
