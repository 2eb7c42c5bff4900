using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Gates.Lint;

/// <summary>
/// <c># check=skip=NAME</c> in the comment right above an instruction silences these checks for it alone (moby/buildkit#6334). An empty line parts a
/// comment from the instruction.
/// </summary>
internal sealed partial class SkippedChecks
{
    private readonly Dictionary<int, CheckDirective> _lines = [];

    public SkippedChecks(Dockerfile dockerfile)
    {
        var comments = dockerfile.Comments.Select(comment => (comment.Line, Found: Directive().Match(comment.Text))).ToList();
        if (!comments.Exists(comment => comment.Found.Success))
            return;
        var byLine = comments.ToLookup(comment => comment.Line, comment => comment.Found);
        foreach (var instruction in dockerfile.Instructions)
        {
            var above = Above(byLine, instruction.Line).Where(found => found.Success)
                .Select(found => CheckDirective.Parse(found.Groups["value"].Value).Directive).OfType<CheckDirective>().ToList();
            if (above.Count == 0)
                continue;
            var all = CheckDirective.None with { Skipped = [.. above.SelectMany(directive => directive.Skipped)] };
            for (var line = instruction.Line; line <= instruction.EndLine; line++)
                _lines[line] = all;
        }
    }

    public bool Hold(string check, int line) => _lines.TryGetValue(line, out var directive) && directive.Skips(check);

    private static IEnumerable<Match> Above(ILookup<int, Match> comments, int line)
    {
        while (comments[--line].FirstOrDefault() is { } comment)
            yield return comment;
    }

    [GeneratedRegex(@"^\s*check\s*=\s*(?<value>\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex Directive();
}
