using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Shell.Flow.Texts;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>
/// Finds what texts of any kind have built: <c>docker build -f FILE</c> in scripts, Makefiles and pipelines, and settings that are called dockerfile
/// (bake, skaffold, fly.toml …). It guesses; whether a named file is a Dockerfile is decided by its text.
/// </summary>
internal static partial class BuildMentions
{
    private static readonly string[] Words = ["docker", "podman", "buildah", "nerdctl", "kaniko", "containerfile", "finch"];

    /// <param name="path">Of the text, relative to the root.</param>
    public static IEnumerable<DockerfileReference> In(string path, string text)
    {
        if (!Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return [];
        var (variables, lines) = (TextVariables.Read(text), new LineNumbers(text));
        var folder = RepositoryPath.FolderOf(path);
        string[] contexts = [.. Context().Matches(text).Select(match => match.Groups["folder"].Value).Distinct().Take(50)];
        return
        [
            .. from setting in Setting().Matches(text)
               from file in variables.Fill(setting.Groups["file"].Value)
               select Reference(file, lines.Of(setting.Index), folder, contexts, "."),
            .. from command in Commands(text)
               let written = text[command]
               where Build().IsMatch(written) && Program().IsMatch(written)
               from option in Option().Matches(written)
               from file in variables.Fill(option.Groups["file"].Value)
               select Reference(
                   file,
                   lines.Of(command.Start.Value + option.Index),
                   folder,
                   [.. contexts, .. FoldersBefore(text, command.Start.Value)],
                   variables.Fill(LastWord().Match(written).Groups["word"].Value).FirstOrDefault(".")),
        ];
    }

    /// <summary>What stands between line ends, semicolons and bars; a line that a backslash or a backtick continues goes on.</summary>
    private static IEnumerable<Range> Commands(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var ends = text[at] is ';' or '|' || (text[at] == '&' && text.AsSpan(at).StartsWith("&&"))
                || (text[at] == '\n' && text.AsSpan(start, at - start).TrimEnd('\r') is not [.., '\\' or '`']);
            if (!ends)
                continue;
            if (at > start)
                yield return start..at;
            start = at + 1;
        }

        if (start < text.Length)
            yield return start..text.Length;
    }

    /// <param name="context">As the command names it, from the folder where it runs.</param>
    private static DockerfileReference Reference(string file, int line, string folder, string[] contexts, string context)
    {
        var folders = contexts.Append("").SelectMany(context => (string[])[RepositoryPath.Join(folder, context), RepositoryPath.Join("", context)]);
        return new DockerfileReference(
            file,
            line,
            [.. folders.Distinct().Select(each => new BuiltFile(RepositoryPath.Join(each, file), RepositoryPath.Join(each, context)))
                .DistinctBy(built => built.Path)]);
    }

    /// <summary><c>cd docker &amp;&amp; docker build …</c> on the same line, or on one shortly before.</summary>
    private static IEnumerable<string> FoldersBefore(string text, int index)
    {
        var from = Math.Max(0, index - 400);
        return Folder().Matches(text[from..index]).Select(match => match.Groups["folder"].Value);
    }

    /// <summary>A key or a variable by that name and its value.</summary>
    [GeneratedRegex(
        """(?<![\w.-])["']?(docker|container)[_-]?file([_-]?(path|name))?["']?[ \t]*(:|=>|[:?]?=)[ \t]*["']?(?<file>[^"'\s,{}\[\]#;]+)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Setting();

    [GeneratedRegex(
        """(?<![\w.-])["']?(context|working[_-]?directory|build[_-]?context|workdir|chdir)["']?[ \t]*[:=][ \t]*["']?(?<folder>[^"'\s,{}\[\]#;$]+)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Context();

    /// <summary>A program that builds images, or a variable that names one.</summary>
    [GeneratedRegex(
        @"docker|podman|buildah|nerdctl|finch|buildx|kaniko|executor|CONTAINER_(ENGINE|TOOL|RUNTIME|CLI)|\bimg\b", RegexOptions.IgnoreCase)]
    private static partial Regex Program();

    [GeneratedRegex(@"(?<![\w/.-])(build|bud|build-using-dockerfile)(?![\w/.-])|kaniko|executor", RegexOptions.IgnoreCase)]
    private static partial Regex Build();

    [GeneratedRegex(
        """(?<![\w-])(-f|--file|--dockerfile)(["']?[\s,=]+["']?|(?<=-f)(?=[\w./$]))"""
        + """(?<file>(\$\(\w+\)|[^\s"',;)\]`-])(\$\(\w+\)|[^\s"',;)\]`])*)""")]
    private static partial Regex Option();

    /// <summary>The build context stands at the end, behind a word that is the value of an option or an option.</summary>
    [GeneratedRegex("""[ \t\n]["']?(?<word>[^\s"'=]+)["'\]),]*\s*\z""")]
    private static partial Regex LastWord();

    [GeneratedRegex("""(?<![\w-])(cd|pushd|-C|Set-Location)[ \t]+["']?(?<folder>[^\s"';&|$]+)""")]
    private static partial Regex Folder();
}
