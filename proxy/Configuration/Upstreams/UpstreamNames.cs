using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Configuration.Upstreams;

/// <summary>Reads the names of the further upstreams.</summary>
internal static class UpstreamNames
{
    /// <summary>Its variables describe the default upstream.</summary>
    private const string Reserved = "upstream";

    public static IReadOnlyList<string> Read(Settings settings)
    {
        var names = new List<string>();
        foreach (var text in (settings.Find(Variable.Providers) ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = text.ToLowerInvariant();
            if (name == Reserved || !char.IsAsciiLetter(name[0]) || !name.All(IsNameCharacter))
            {
                throw new ConfigurationException(
                    $"{Variable.Providers.Name} holds {text}, which cannot be a name: letters, digits, - and _, a letter first, and not upstream.");
            }

            if (names.Any(other => UpstreamVariables.Named(other).Key.Name == UpstreamVariables.Named(name).Key.Name))
                throw new ConfigurationException($"{Variable.Providers.Name} holds {text} twice, or another name with the same variables.");

            names.Add(name);
        }

        return names;
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
