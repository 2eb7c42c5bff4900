using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;

namespace ContainerSecurity.Formats.Compose;

/// <summary>
/// Fills in the variables of a compose file: with what an <c>.env</c> file of the repository sets, else as on a machine where nothing else is set.
/// <c>${NAME:-default}</c> is its default then, and <c>${NAME}</c> stays, for rules to take it for the worse.
/// </summary>
internal sealed partial class ComposeVariables(IReadOnlyDictionary<string, string> known)
{
    // Defaults hold variables that hold defaults; a variable may also hold itself.
    private const int MostRounds = 10;

    /// <summary>Every machine sets them, so that their defaults never count.</summary>
    private static readonly HashSet<string> SetAnywhere = ["HOME", "USERPROFILE", "HOMEPATH", "PWD"];

    public static ComposeVariables None { get; } = new(new Dictionary<string, string>());

    /// <summary>What <c>.env</c> files set for a compose file: those of its folder and of all above it, and those that are named.</summary>
    public static ComposeVariables For(string composeFile, IEnumerable<string> named, RepositoryText texts)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = RepositoryPath.FolderOf(composeFile).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var found = Enumerable.Range(0, folders.Length + 1)
            .Select(count => string.Join('/', [.. folders.Take(count), EnvironmentFile.DefaultName]))
            .Where(texts.Has);
        foreach (var (name, value, _) in found.Concat(named).SelectMany(file => EnvironmentFile.Read(texts.Read(file))))
            known[name] = value;
        return new ComposeVariables(known);
    }

    public LocatedValue Fill(LocatedValue value) => value with
    {
        Text = value.Text is null ? null : Fill(value.Text),
        Members = [.. value.Members.Select(member => member with { Value = Fill(member.Value) })],
        Items = [.. value.Items.Select(Fill)],
    };

    public string Fill(string text)
    {
        for (var round = 0; round < MostRounds && text.Contains('$'); round++)
        {
            var filled = Variable().Replace(text, ValueOf);
            if (filled == text)
                break;
            text = filled;
        }

        return text;
    }

    private string ValueOf(Match match)
    {
        var (name, operation, word) = (match.Groups["name"].Value, match.Groups["operation"].Value, match.Groups["word"].Value);
        if (known.TryGetValue(name, out var value) && (value.Length > 0 || !operation.StartsWith(':')))
            return operation.EndsWith('+') ? word : value;
        return operation switch
        {
            // Its author can name a variable that is always set.
            ":+" or "+" => word,
            ":-" or "-" when !SetAnywhere.Contains(name) => word,
            _ => $"${{{name}}}",
        };
    }

    /// <summary>The innermost ones; <c>$$</c> is a dollar.</summary>
    [GeneratedRegex(@"(?<!\$)\$(?:\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?:(?<operation>:?[-+?])(?<word>[^{}]*))?\}|(?<name>[A-Za-z_][A-Za-z0-9_]*))")]
    private static partial Regex Variable();
}
