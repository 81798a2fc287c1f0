using Bailiwick.CompileGeography;
using Bailiwick.Geography;
using Bailiwick.Geography.Places;

// Usage: CompileGeography PACKAGES DUMP OUTPUT
// PACKAGES: the node_modules folder; DUMP: what dump.mjs wrote; OUTPUT: where the compiled files go.
var sources = new Sources(args[0], args[1]);
string output = args[2];
Directory.CreateDirectory(output);

Dictionary<string, BoundarySet> sets = ((BoundarySet[])[WorldSets.Compile(sources), .. UnitedStatesSets.Compile(sources), .. TaiwanSets.Compile(sources)])
    .ToDictionary(set => set.Id, StringComparer.Ordinal);
foreach (BoundarySet set in sets.Values)
{
    File.WriteAllBytes(Path.Combine(output, set.Id + ".bin"), set.ToBytes());
    Sources.Tell($"{set.Id}: {set.Areas.Length} areas, {set.Neighbours.Edges} neighbour pairs, {set.Topology.Clashes} clashes");
}

var countries = CodeTables.Countries(sources);
List<Subdivision> subdivisions = CodeTables.Subdivisions(sources, sets["tw-counties"]);
PlaceTables.WriteCodes(Path.Combine(output, PlaceTables.CodesFile), countries, subdivisions);

List<PopulatedPlace> places = PlaceSources.Compile(sources, subdivisions, sets);
PlaceTables.WritePlaces(Path.Combine(output, PlaceTables.PlacesFile), places);

List<PostalPlace> postals = PostalSources.Compile(sources, subdivisions, sets);
PlaceTables.WritePostals(Path.Combine(output, PlaceTables.PostalsFile), postals);
Sources.Tell($"{countries.Count} countries, {subdivisions.Count} subdivisions, {places.Count} places, {postals.Count} postal codes");
