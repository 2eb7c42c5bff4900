using System.Collections.Immutable;
using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Html;

/// <summary>Figures with a bar beside each, as wide as the figure is of the largest: a table to those who cannot see the bars.</summary>
internal static class Charts
{
    private const int MostLayers = 12;

    /// <summary>Open findings by severity, the gravest first.</summary>
    public static List<View> Severities(ImmutableArray<GateFinding> open)
    {
        var counts = open.CountBy(each => each.Finding.Severity).ToDictionary();
        var most = counts.Values.DefaultIfEmpty().Max();
        return
        [
            .. Enum.GetValues<Severity>().OrderDescending().Select(severity => new View
            {
                ["severity"] = DisplayNames.Get(severity),
                ["count"] = counts.GetValueOrDefault(severity),
                ["width"] = Share(counts.GetValueOrDefault(severity), most),
            }),
        ];
    }

    /// <summary>Layers by size, the largest first; the small ones together.</summary>
    public static List<View> Layers(ScanReport report) => [.. report.Images.Where(image => image.Layers.Length > 0).Select(image => new View
    {
        ["platform"] = image.Platform,
        ["total"] = Size(image.Layers.Sum(layer => layer.Bytes)),
        ["bars"] = Bars(image.Layers),
    })];

    private static List<View> Bars(ImmutableArray<LayerSummary> layers)
    {
        var order = layers.Select((layer, index) => (layer, index)).OrderByDescending(each => each.layer.Bytes).ToList();
        var shown = order.Count > MostLayers ? order[..(MostLayers - 1)] : order;
        var most = order[0].layer.Bytes;
        var bars = shown.Select(each => Bar(
            $"{each.index + 1}", each.layer.CreatedBy ?? DisplayNames.ShortenDigest(each.layer.DiffId), each.layer.Bytes, most)).ToList();
        if (shown.Count < order.Count)
        {
            var rest = order[shown.Count..];
            bars.Add(Bar("", $"{rest.Count} smaller layers", rest.Sum(each => each.layer.Bytes), most));
        }

        return bars;
    }

    private static View Bar(string number, string name, long bytes, long most) =>
        new() { ["number"] = number, ["what"] = name, ["size"] = Size(bytes), ["width"] = Share(bytes, most) };

    /// <summary>Per cent of the largest.</summary>
    private static string Share(long value, long most) =>
        (most == 0 ? 0 : Math.Min(100, 100.0 * value / most)).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824.0:0.0} GiB"),
    };
}
