using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>The directives <c># escape=</c>, <c># syntax=</c> and <c># check=</c>: only before anything else, each once.</summary>
internal sealed partial class ParserDirectives
{
    private readonly List<ParserDirective> _found = [];
    private bool _over;

    public char Escape { get; private set; } = '\\';

    public IReadOnlyList<ParserDirective> Found => _found;

    /// <summary>Takes the next line, leading blanks removed.</summary>
    /// <returns>What is wrong with it; null when nothing is, also when it is not a directive.</returns>
    public string? Read(string line, int number)
    {
        if (_over)
            return null;
        var match = Directive().Match(line);
        var name = match.Groups["name"].Value.ToLowerInvariant();
        if (!match.Success || name is not ("escape" or "syntax" or "check"))
        {
            _over = true;
            return null;
        }

        if (_found.Exists(directive => directive.Name == name))
            return $"the directive `{name}` is given twice; keep one";
        _found.Add(new ParserDirective(number, name, match.Groups["value"].Value));
        return name == "escape" ? SetEscape(match.Groups["value"].Value) : null;
    }

    private string? SetEscape(string value)
    {
        if (value is not ("\\" or "`"))
            return $"the escape character is `{value}`; it can only be a backslash or a backtick";
        Escape = value[0];
        return null;
    }

    [GeneratedRegex(@"^#\s*(?<name>[a-zA-Z][a-zA-Z0-9]*)\s*=\s*(?<value>.+?)\s*\z")]
    private static partial Regex Directive();
}
