using System.Text.RegularExpressions;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>The variables that a script or a Makefile sets to a plain text, and those that its loops go through.</summary>
internal sealed partial class TextVariables
{
    private const int Most = 50;
    private const int MostRounds = 4;

    private readonly Dictionary<string, List<string>> _values = [];

    public static TextVariables Read(string text)
    {
        var variables = new TextVariables();
        foreach (Match match in Assignment().Matches(text))
            variables.Add(match.Groups["name"].Value, [match.Groups["value"].Value]);
        foreach (Match match in Loop().Matches(text))
            variables.Add(match.Groups["name"].Value, match.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return variables;
    }

    /// <returns>The text once for each value; nothing when a variable is not known.</returns>
    public IEnumerable<string> Fill(string text)
    {
        IEnumerable<string> open = [text];
        for (var round = 0; round < MostRounds && open.Any(each => each.AsSpan().ContainsAny('$', '%')); round++)
            open = [.. open.SelectMany(Once).Distinct().Take(Most)];
        return open.Where(each => !each.AsSpan().ContainsAny('$', '{', '}'));
    }

    private IEnumerable<string> Once(string text)
    {
        if (Use().Match(text) is not { Success: true } use)
            return [text];
        var values = _values.GetValueOrDefault(use.Groups["name"].Value)
            ?? (use.Groups["default"] is { Success: true, Value: var other } ? [other] : []);
        return values.Select(value => string.Concat(text.AsSpan(0, use.Index), value, text.AsSpan(use.Index + use.Length)));
    }

    private void Add(string name, IEnumerable<string> values)
    {
        if (!_values.TryGetValue(name, out var known))
            _values[name] = known = [];
        known.AddRange(values.Take(Most - known.Count));
    }

    [GeneratedRegex("""(?<![\w$-])(?<name>[A-Za-z_]\w*)[ \t]*[:?]?=[ \t]*["']?(?<value>[^\s"'#;&|]+)""")]
    private static partial Regex Assignment();

    [GeneratedRegex("""\bfor[ \t]+(?<name>[A-Za-z_]\w*)[ \t]+in[ \t]+(?<words>[^;\n]+)""")]
    private static partial Regex Loop();

    [GeneratedRegex("""\$+(\((?<name>\w+)\)|\{(env:)?(?<name>\w+)(:?[-=](?<default>[^}]*))?\}|(?<name>[A-Za-z_]\w*))|%(?<name>\w+)%""")]
    private static partial Regex Use();
}
