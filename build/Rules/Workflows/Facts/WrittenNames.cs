using System.Text.RegularExpressions;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>
/// Finds which variable or output each line of a written text sets: <c>NAME=value</c>, or <c>NAME&lt;&lt;END</c> and all lines up to the end, which
/// may be written one by one.
/// </summary>
internal sealed partial class WrittenNames
{
    private readonly Dictionary<RunnerFile, (string Name, string End)> _open = [];

    /// <summary>A value over several lines has begun.</summary>
    public bool IsOpen(RunnerFile file) => _open.ContainsKey(file);

    /// <returns>Names with their values; a name is null where it cannot be known.</returns>
    public IEnumerable<(string? Name, string Value)> Read(RunnerFile file, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (_open.TryGetValue(file, out var open))
            {
                if (line.Trim() == open.End)
                    _open.Remove(file);
                else
                    yield return (open.Name, line);
            }
            else if (Opening().Match(line) is { Success: true } opening)
            {
                _open[file] = (opening.Groups["name"].Value, opening.Groups["end"].Value);
            }
            else if (line.Trim().Length > 0 || text.Length == 0)
            {
                yield return Single().Match(line) is { Success: true } single
                    ? (single.Groups["name"].Value, single.Groups["value"].Value)
                    : (null, line);
            }
        }
    }

    [GeneratedRegex(@"^\s*(?<name>[\w-]+)\s*<<\s*(?<end>\S+)\s*$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(?<name>[\w-]+)=(?<value>.*)$")]
    private static partial Regex Single();
}
