using Bailiwick.Measures;

namespace Bailiwick.Geography;

/// <summary>Everything that can be wrong with a boundary file, one a line.</summary>
internal static class Problems
{
    private static readonly Text Repairable = new("Maybe --repair does what you want.", "可加上 --repair 自動修復。");

    public static Problem NoFile(string path) => Error("no-file", path, null,
        new Text($"There is no file {path}.", $"找不到檔案 {path}。"));

    public static Problem TooLarge(string file, long most) => Error("too-large", file, null,
        new Text($"The file, or what it unpacks to, is larger than {most >> 20} MB.", $"檔案（或解壓縮後）超過 {most >> 20} MB。"));

    public static Problem NotBoundaries(string file) => Error("not-boundaries", file, null,
        new Text("This is neither GeoJSON nor TopoJSON nor a zipped shapefile, whatever its name says.", "無論檔名為何，內容都不是 GeoJSON、TopoJSON 或 shapefile 壓縮檔。"));

    public static Problem BadJson(string file, long? line, long? column) => new("geography.bad-json", Severity.Error,
        new Place(file, line, column?.ToString(System.Globalization.CultureInfo.InvariantCulture)), new Text("The JSON is broken here.", "JSON 格式在此處錯誤。"));

    public static Problem BadTopology(string file) => Error("bad-topology", file, null,
        new Text("The TopoJSON is incomplete: an arc, an object or a type is missing.", "TopoJSON 不完整：缺少弧段、物件或類型。"));

    public static Problem BadZip(string file) => Error("bad-zip", file, null,
        new Text("The zip is damaged or cut off.", "壓縮檔損壞或不完整。"));

    public static Problem NoShapefile(string file) => Error("no-shapefile", file, null,
        new Text("The zip holds no .shp with a .dbf of the same name.", "壓縮檔內沒有同名的 .shp 與 .dbf。"));

    public static Problem BadShapefile(string file, string part) => Error("bad-shapefile", file, null,
        new Text($"{part} or its .dbf is damaged or cut off.", $"{part} 或其 .dbf 損壞或不完整。"));

    public static Problem UnknownEncoding(string file, string name) => Doubt("unknown-encoding", file, null,
        new Text("The encoding in the .cpg is not known; the names were read as UTF-8.", "無法辨識 .cpg 的編碼，名稱以 UTF-8 讀取。"), name);

    public static Problem NoProjection(string file) => Doubt("no-projection", file, null,
        new Text("There is no .prj; the coordinates were taken for longitude and latitude.", "沒有 .prj；座標視為經緯度。"));

    public static Problem ForeignProjection(string file, string projection) => Error("unknown-projection", file, null,
        new Text("The projection is not one that can be converted.", "無法轉換此投影坐標系統。"), projection.Length > 200 ? projection[..200] + "…" : projection,
        new Text("Maybe the file can be saved in longitude and latitude (WGS 84, EPSG:4326).", "可將檔案另存為經緯度（WGS 84，EPSG:4326）。"));

    public static Problem NoPolygon(string file, int number) => Doubt("no-polygon", file, number,
        new Text($"Feature {number} has no polygon and was left out.", $"第 {number} 個圖徵沒有多邊形，已略過。"));

    public static Problem BadFeature(string file, int number) => Error("bad-feature", file, number,
        new Text($"Feature {number} is not built as the format asks.", $"第 {number} 個圖徵不符合格式。"));

    public static Problem BadCoordinates(string file, int? number, string what) => Error("bad-coordinates", file, number,
        new Text(what, $"座標不正確：{what}"), null,
        new Text("Maybe latitude stands before longitude, or the file is in a projection.", "可能是緯度寫在經度前面，或檔案使用投影座標。"));

    public static Problem NoAreas(string file) => Error("no-areas", file, null,
        new Text("No area could be read.", "沒有讀到任何區域。"));

    public static Problem BadId(string id) => Error("bad-id", null, null,
        new Text("The id of a set has lower case letters, digits and hyphens.", "邊界集代號只能使用小寫英文字母、數字與連字號。"), id);

    public static Problem NoCodeField(string file, IEnumerable<string> fields) => Error("no-code-field", file, null,
        new Text($"No field has a code for each feature, each once. There are: {string.Join(", ", fields)}.", $"沒有任何欄位能作為每個圖徵的唯一代碼。現有欄位：{string.Join("、", fields)}。"), null,
        new Text("Maybe --code-field names it.", "可用 --code-field 指定。"));

    public static Problem UnknownField(string file, string field, IEnumerable<string> fields) => Error("unknown-field", file, null,
        new Text($"There is no field \"{field}\". There are: {string.Join(", ", fields)}.", $"沒有「{field}」欄位。現有欄位：{string.Join("、", fields)}。"), field);

    public static Problem NoCode(string file, int number, string field) => Error("no-code", file, number,
        new Text($"Feature {number} has nothing in {field}.", $"第 {number} 個圖徵的 {field} 是空的。"));

    public static Problem DoubleCode(string file, string code, int count) => Error("double-code", file, code,
        new Text($"{count} features have the code {code}.", $"{count} 個圖徵使用相同代碼 {code}。"), code, Repairable);

    public static Problem CodesJoined(string file, string code, int count) => Doubt("codes-joined", file, code,
        new Text($"{count} features with the code {code} became one area.", $"{count} 個代碼為 {code} 的圖徵合併為一個區域。"), code);

    public static Problem NoSurface(string file, string code) => Error("no-surface", file, code,
        new Text($"Area {code} has no surface.", $"區域 {code} 沒有面積。"), null, Repairable);

    public static Problem SurfaceDropped(string file, string code) => Doubt("no-surface", file, code,
        new Text($"Area {code} has no surface and was left out.", $"區域 {code} 沒有面積，已略過。"));

    public static Problem InvalidRing(string file, string code, Text what, string at) => Error("invalid-ring", file, code,
        new Text($"The border of area {code} is not valid at {at}: {what.English}.", $"區域 {code} 的邊界在 {at} 不正確：{what.Chinese}。"), at, Repairable);

    public static Problem RingFixed(string file, string code, Text what, string at, double squareMetres) => Doubt("ring-fixed", file, code,
        new Text(FormattableString.Invariant($"The border of area {code} was mended at {at} ({what.English}); its surface changed by {squareMetres:N0} m²."),
            FormattableString.Invariant($"區域 {code} 的邊界已在 {at} 修復（{what.Chinese}）；面積改變 {squareMetres:N0} 平方公尺。")), at);

    public static Problem Overlap(string file, string a, string b, double squareMetres, string at) => Error("overlap", file, a,
        new Text(FormattableString.Invariant($"Areas {a} and {b} overlap by {squareMetres:N0} m² at {at}."),
            FormattableString.Invariant($"區域 {a} 與 {b} 在 {at} 重疊 {squareMetres:N0} 平方公尺。")), at, Repairable);

    public static Problem OverlapGiven(string file, string a, string b, string to, double squareMetres, string at) => Doubt("overlap-given", file, a,
        new Text(FormattableString.Invariant($"Areas {a} and {b} overlapped by {squareMetres:N0} m² at {at}; it was given to {to}."),
            FormattableString.Invariant($"區域 {a} 與 {b} 在 {at} 重疊 {squareMetres:N0} 平方公尺，歸給 {to}。")), at);

    public static Problem Gap(string file, double squareMetres, string at) => Doubt("gap", file, null,
        new Text(FormattableString.Invariant($"There is a gap of {squareMetres:N0} m² between areas at {at}."),
            FormattableString.Invariant($"區域之間在 {at} 有 {squareMetres:N0} 平方公尺的空隙。")), at);

    public static Problem GapGiven(string file, string to, double squareMetres, string at) => Doubt("gap-given", file, to,
        new Text(FormattableString.Invariant($"A narrow gap of {squareMetres:N0} m² at {at} was given to {to}."),
            FormattableString.Invariant($"{at} 的狹小空隙 {squareMetres:N0} 平方公尺歸給 {to}。")), at);

    public static Problem Mismatch(string file, string code, string at) => Doubt("border-mismatch", file, code,
        new Text($"The border of area {code} does not meet its neighbour's point by point near {at}: they do not count as neighbours there.",
            $"區域 {code} 的邊界在 {at} 附近與相鄰區域未逐點相接，該處不算相鄰。"), at, Repairable);

    public static Problem NoShape(Place at) => Shape("no-shape", at, null, new("there is no polygon in this file.", "此檔案沒有多邊形。"));

    public static Problem NotAShape(Place at, string? type) => Shape("not-a-shape", at, type, new(
        $"{(type is null ? "this" : $"a {type}")} is no area: a shape is a Polygon, a MultiPolygon, a Feature or a FeatureCollection of these.",
        $"{(type is null ? "此處" : type)}不是區域：形狀須為 Polygon、MultiPolygon，或由其組成的 Feature、FeatureCollection。"));

    public static Problem NoShapeKey(Place at, string type, string key) => Shape("bad-shape", at, type, new($"this {type} has no list \"{key}\".", $"此 {type} 沒有「{key}」清單。"));

    public static Problem BadPolygon(Place at) => Shape("bad-shape", at, null, new("the coordinates of a polygon are a list of rings.", "多邊形的座標必須是環的清單。"));

    public static Problem ShortRing(Place at) => Shape("short-ring", at, null, new("a ring has at least four positions, the last the same as the first.", "環至少要有四個點，且最後一點與第一點相同。"));

    public static Problem OpenRing(Place at, string first, string last) => Shape("open-ring", at, last, new($"the ring begins at {first} and ends at {last}: it is not closed.", $"環由 {first} 開始、在 {last} 結束：沒有閉合。"),
        new("Maybe repeat the first position at the end.", "請在最後重複第一點。"));

    public static Problem BadPosition(Place at) => Shape("bad-position", at, null, new("a position is [longitude, latitude], two numbers.", "點的寫法是 [經度, 緯度] 兩個數字。"));

    public static Problem OutsideEarth(Place at, string point) => Shape("outside-earth", at, point, new($"{point} is not a longitude in -180 to 180 and a latitude in -90 to 90.", $"{point} 不是經度 -180 至 180、緯度 -90 至 90 的點。"),
        new("Maybe latitude stands before longitude, or the file is in a projection.", "可能是緯度寫在經度前面，或檔案使用投影座標。"));

    public static Problem BadShape(Place at, Text what, string point) => Shape("invalid-shape", at, point, new($"the polygon is not valid at {point}: {what.English}.", $"多邊形在 {point} 不正確：{what.Chinese}。"));

    private static Problem Shape(string code, Place at, string? value, Text message, Text? advice = null) => new("geography." + code, Severity.Error, at, message, value, advice);

    private static Problem Error(string code, string? file, object? at, Text message, string? value = null, Text? advice = null) =>
        new("geography." + code, Severity.Error, At(file, at), message, value, advice);

    private static Problem Doubt(string code, string? file, object? at, Text message, string? value = null, Text? advice = null) =>
        new("geography." + code, Severity.Doubt, At(file, at), message, value, advice);

    /// <summary>A feature stands by its number, an area by its code.</summary>
    private static Place At(string? file, object? at) => new(file, at is int number ? number : null, at as string);
}
