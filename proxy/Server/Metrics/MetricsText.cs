using System.Globalization;
using System.Text;

namespace ClaudeCodeProxy.Server.Metrics;

/// <summary>Prometheus' text format, version 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).</summary>
internal sealed class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private const int MostLabel = 100;

    private readonly StringBuilder _text = new();

    public void Family(string name, string type, string help) => _text.Append($"# HELP {name} {help}\n# TYPE {name} {type}\n");

    public void Sample(string name, string labels, double value) =>
        _text.Append(name).Append(labels.Length > 0 ? $"{{{labels}}}" : "").Append(CultureInfo.InvariantCulture, $" {value}\n");

    /// <summary>All samples of a histogram.</summary>
    public void Samples(string name, string labels, Histogram histogram)
    {
        var count = 0L;
        for (var at = 0; at <= histogram.Bounds.Length; at++)
        {
            count += histogram.Count(at);
            var bound = at < histogram.Bounds.Length ? histogram.Bounds[at].ToString(CultureInfo.InvariantCulture) : "+Inf";
            Sample($"{name}_bucket", $"{labels},le=\"{bound}\"", count);
        }

        Sample($"{name}_sum", labels, histogram.Sum);
        Sample($"{name}_count", labels, count);
    }

    /// <summary>A value that comes from clients forges no line and fills no memory.</summary>
    public static string Label(string name, string value)
    {
        var text = new StringBuilder(value.Length + name.Length + 3).Append(name).Append("=\"");
        foreach (var letter in value.Length > MostLabel ? value.AsSpan(0, MostLabel) : value)
        {
            if (letter is '"' or '\\')
                text.Append('\\');
            text.Append(letter is >= ' ' and <= '~' ? letter : '?');
        }

        return text.Append('"').ToString();
    }

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(_text.ToString());
}
