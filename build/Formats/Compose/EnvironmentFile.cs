using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Compose;

/// <summary>Reads an <c>.env</c> file, from which docker compose takes variables without being told.</summary>
internal static partial class EnvironmentFile
{
    /// <summary>The file's name in the folder of a compose file.</summary>
    public const string DefaultName = ".env";

    /// <summary>Each variable that is set, in the order of the lines.</summary>
    public static IEnumerable<(string Name, string Value, int Line)> Read(string text) =>
        from line in text.Split('\n').Index()
        let set = Assignment().Match(line.Item)
        where set.Success
        select (set.Groups["name"].Value, set.Groups["value"].Value, line.Index + 1);

    /// <summary>Both <c>NAME=value</c> and <c>NAME: value</c>; a comment begins behind a blank.</summary>
    [GeneratedRegex(
        """^\s*(?:export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_.]*)\s*[=:]\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>.*?))\s*(?:\s#.*)?$""")]
    private static partial Regex Assignment();
}
