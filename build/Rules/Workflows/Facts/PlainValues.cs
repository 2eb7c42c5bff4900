using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>
/// What a script in another language than the shell's writes into the runner's files, judged by its lines:
/// <c>"A=$env:TITLE" &gt;&gt; $env:GITHUB_ENV</c>, <c>echo A=%TITLE%&gt;&gt; %GITHUB_ENV%</c>, <c>os.environ["TITLE"]</c>.
/// </summary>
internal static partial class PlainValues
{
    public static ImmutableArray<FileWrite> FindWrites(string text, ValueScope scope)
    {
        var (writes, variables) = (ImmutableArray.CreateBuilder<FileWrite>(), new Dictionary<string, Choice>(StringComparer.OrdinalIgnoreCase));
        var all = new Lazy<Choice>(() => InLine(text, variables, scope));
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (RunnerFiles.In(line) is { } file)
            {
                // A file that is only opened here is written elsewhere, by anything of the script.
                var choice = IsWholeWrite(line) ? InLine(line, variables, scope) : all.Value;
                writes.Add(new FileWrite(file, Name().Match(line) is { Success: true } name ? name.Groups["name"].Value : null, choice, index + 1));
            }
            else if (Assignment().Match(line) is { Success: true } assignment)
            {
                var name = assignment.Groups["name"].Value;
                var value = InLine(assignment.Groups["value"].Value, variables, scope);
                variables[name] = Choice.Worse(variables.GetValueOrDefault(name, Choice.Nobody), value);
            }
        }

        return writes.ToImmutable();
    }

    private static bool IsWholeWrite(string line) =>
        line.Contains(">>", StringComparison.Ordinal) || line.Contains("Out-File", StringComparison.OrdinalIgnoreCase)
        || line.Contains("Add-Content", StringComparison.OrdinalIgnoreCase) || line.Contains("Set-Content", StringComparison.OrdinalIgnoreCase);

    private static Choice InLine(string line, Dictionary<string, Choice> variables, ValueScope scope) => Choice.Worst(
    [
        scope.Of(line),
        .. Environment().Matches(line).Select(name => DefaultVariables.Choose(name.Groups["name"].Value, scope)),
        .. Local().Matches(line).Select(name => variables.GetValueOrDefault(name.Groups["name"].Value, Choice.Nobody)),
    ]);

    [GeneratedRegex(
        @"\$\{?env:(?<name>\w+)|%(?<name>\w+)%|environ(\.get)?\s*[\[(]\s*[""'](?<name>\w+)|getenv\s*\(\s*[""'](?<name>\w+)"
        + @"|process\.env\.(?<name>\w+)|\bENV\s*\[\s*[""'](?<name>\w+)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Environment();

    [GeneratedRegex(@"(?<![:\w])\$?(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Local();

    [GeneratedRegex(@"^\s*(let |const |var )?\$?(?<name>[A-Za-z_]\w*)\s*=(?!=)(?<value>.*)$")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"[""'\s](?<name>[A-Za-z_][\w-]*)=")]
    private static partial Regex Name();
}
