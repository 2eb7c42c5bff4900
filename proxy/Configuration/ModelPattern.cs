using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Configuration;

/// <summary>A model's name, or with a star at its end what names begin with. Case does not matter.</summary>
internal sealed class ModelPattern(string start, bool isPrefix)
{
    public string Start => start;

    public bool IsPrefix => isPrefix;

    /// <summary>Longer patterns know more; a whole name knows most.</summary>
    public int Rank => IsPrefix ? Start.Length : int.MaxValue;

    public static ModelPattern Parse(string text, Variable variable)
    {
        var isPrefix = text.EndsWith('*');
        var start = isPrefix ? text[..^1] : text;
        if ((start.Length > 0 || isPrefix) && !start.Contains('*', StringComparison.Ordinal))
            return new ModelPattern(start, isPrefix);
        throw new ConfigurationException($"{variable.Name} holds '{text}', which cannot be a model's name; a star is allowed only at the end.");
    }

    public bool Matches(string model) =>
        IsPrefix ? model.StartsWith(Start, StringComparison.OrdinalIgnoreCase) : model.Equals(Start, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <c>name=value,prefix*=value</c>; the most telling pattern comes first.</summary>
    public static List<ModelRule<string>> ReadMap(Settings settings, Variable variable)
    {
        var map = new List<ModelRule<string>>();
        foreach (var entry in (settings.Find(variable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = entry.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1].Length == 0)
                throw new ConfigurationException($"{variable.Name} holds '{entry}', which is not name=value.");
            var pattern = Parse(parts[0], variable);
            if (map.Exists(other => other.Pattern.Start == pattern.Start && other.Pattern.IsPrefix == pattern.IsPrefix))
                throw new ConfigurationException($"{variable.Name} says two things of '{parts[0]}'.");
            map.Add(new(pattern, parts[1]));
        }

        return [.. map.OrderByDescending(rule => rule.Pattern.Rank)];
    }
}
