using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.SecurityPolicy;

/// <summary>Reads the measures out of SECURITY.md, strictly: every list item of the section is a measure or an error.</summary>
internal static partial class SecurityPolicyParser
{
    private const string SectionHeading = "## Security Measures";

    public static SecurityPolicyDocument Parse(string text)
    {
        var reading = new Reading();
        foreach (var (number, line) in MarkdownProse.Lines(text))
            reading.Take(number, line);
        return new(reading.SectionLine, [.. reading.Measures], [.. reading.Malformed]);
    }

    [GeneratedRegex(@"^- (?<id>[A-Z]{2}-(?<section>[1-9][0-9]*)\.[1-9][0-9]*) \*\*(?<name>[^*]+)\*\*: (?<text>\S.*)$")]
    private static partial Regex MeasureForm();

    [GeneratedRegex(@"^### (?<number>[1-9][0-9]*)\. \S")]
    private static partial Regex MeasureHeading();

    [GeneratedRegex(@"^\s*([-*+]|[0-9]+[.)])\s")]
    private static partial Regex ListItem();

    private sealed class Reading
    {
        private bool _inSection;
        private string? _group;

        public int SectionLine { get; private set; } = 1;

        public List<Measure> Measures { get; } = [];

        public List<MalformedMeasure> Malformed { get; } = [];

        public void Take(int number, string line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal))
                Enter(number, line);
            else if (!_inSection)
                return;
            else if (line.StartsWith("###", StringComparison.Ordinal))
                _group = MeasureHeading().Match(line) is { Success: true } heading ? heading.Groups["number"].Value : null;
            else if (ListItem().IsMatch(line))
                TakeItem(number, line);
            else if (line.StartsWith("  ", StringComparison.Ordinal) && Measures.Count > 0)
                Measures[^1] = Measures[^1] with { Text = $"{Measures[^1].Text} {line.Trim()}" };
        }

        private void Enter(int number, string line)
        {
            _inSection = line.TrimEnd() == SectionHeading;
            _group = null;
            if (_inSection)
                SectionLine = number;
        }

        private void TakeItem(int number, string line)
        {
            var form = MeasureForm().Match(line);
            var id = form.Groups["id"].Value;
            if (!form.Success)
                Reject(number, $"“{Shorten(line)}” is no measure; write “- CT-1.1 **Name**: what holds”");
            else if (form.Groups["section"].Value != _group)
                Reject(number, $"{id} stands in section {_group ?? "without number"}; the first number of an id is that of its section");
            else if (Measures.Find(measure => measure.Id == id) is { } first)
                Reject(number, $"{id} is the id of line {first.Line} already; give this measure one of its own");
            else
                Measures.Add(new(id, form.Groups["name"].Value, form.Groups["text"].Value.TrimEnd(), number));
        }

        private void Reject(int number, string why) => Malformed.Add(new(number, why));

        private static string Shorten(string line) => line.Trim() is { Length: > 60 } text ? text[..60] + "…" : line.Trim();
    }
}
