using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What the pragmas of one file ignore.</summary>
internal sealed class PragmaFilter
{
    private readonly Dictionary<int, HashSet<string>> _lines = [];
    private readonly SortedList<int, HashSet<string>> _stages = [];
    private readonly HashSet<string> _everywhere = [];

    public PragmaFilter(IEnumerable<Comment> comments, IEnumerable<LintedInstruction> instructions)
    {
        foreach (var comment in comments)
        {
            if (Pragma.Parse(comment.Text) is { } pragma)
                Add(pragma, comment.Line + 1);
        }

        // Each FROM ends what the stage before it ignores, unless a pragma stands right above it.
        foreach (var from in instructions.Where(instruction => instruction.Keyword == "FROM"))
            _stages.TryAdd(from.Line, []);
    }

    public bool Ignores(string code, int line) =>
        _everywhere.Contains(code)
        || (_lines.TryGetValue(line, out var here) && here.Contains(code))
        || (StageOf(line) is { } stage && stage.Contains(code));

    private void Add(Pragma pragma, int line)
    {
        switch (pragma.Kind)
        {
            case PragmaKind.Ignore:
                _lines[line] = [.. pragma.Codes];
                break;
            case PragmaKind.StageIgnore:
                _stages[line] = [.. pragma.Codes];
                break;
            default:
                _everywhere.UnionWith(pragma.Codes);
                break;
        }
    }

    private HashSet<string>? StageOf(int line)
    {
        var (low, high) = (0, _stages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_stages.Keys[middle] < line)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : _stages.Values[low - 1];
    }
}
