using System.Text;
using System.Text.RegularExpressions;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Markdown;

/// <summary>Markdown (GitHub's) that grows line by line up to a size, and then says what is missing.</summary>
internal sealed partial class MarkdownText
{
    /// <summary>What GitHub takes as a step summary, less what the end needs ("Adding a job summary": 1 MiB).</summary>
    public const int MostBytes = 1024 * 1024 - 4096;

    private const int LongestCell = 1000;

    private readonly StringBuilder _text = new();
    private int _bytes;
    private int _open;
    private int _missing;

    public void Line(string line = "")
    {
        var bytes = Encoding.UTF8.GetByteCount(line) + 1;
        if (_missing > 0 || _bytes + bytes > MostBytes)
        {
            _missing++;
            return;
        }

        _bytes += bytes;
        _text.Append(line).Append('\n');
    }

    public void Row(params IEnumerable<string> cells) => Line($"| {string.Join(" | ", cells)} |");

    /// <summary>Something to open: GitHub shows the summary alone at first.</summary>
    public void Folded(string summary, Action write)
    {
        Line();
        Line($"<details><summary>{Plain(summary)}</summary>");
        _open += _missing == 0 ? 1 : 0;
        Line();
        write();
        Line();
        Line("</details>");
        _open -= _missing == 0 ? 1 : 0;
    }

    public override string ToString()
    {
        var end = _missing == 0 ? "" : $"\n**Cut here: {_missing} more lines do not fit into 1 MiB. scan.json has all.**\n";
        return _text + string.Concat(Enumerable.Repeat("\n</details>\n", _missing == 0 ? 0 : _open)) + end;
    }

    /// <summary>Text that nobody vouches for, with nothing in it that is markup, on one line.</summary>
    public static string Plain(string text) => Syntax().Replace(VisibleText.Line(text), @"\$0").Replace("&", "&amp;", StringComparison.Ordinal);

    /// <summary>As <see cref="Plain"/>, with line breaks, and not longer than is read in a table.</summary>
    public static string Cell(string text)
    {
        var visible = VisibleText.Of(text);
        var shown = visible.Length > LongestCell ? visible[..LongestCell] + "…" : visible;
        return string.Join("<br>", shown.Trim().Split('\n').Select(Plain));
    }

    /// <summary>A command in a box; it holds no back quote that would end it.</summary>
    public static string Code(string text) => $"`{VisibleText.Line(text).Replace('`', '´')}`";

    [GeneratedRegex(@"[\\`*_\[\]<>|~]|^[#+-](?!-?\w)")]
    private static partial Regex Syntax();
}
