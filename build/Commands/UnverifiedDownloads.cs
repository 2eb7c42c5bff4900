using System.Text.RegularExpressions;
using ContainerSecurity.Dockerfiles.Shell;

namespace ContainerSecurity.Commands;

/// <summary>Finds files that a script fetches and then runs without comparing them with a digest or signature in between.</summary>
internal static partial class UnverifiedDownloads
{
    public static IEnumerable<CommandFault> Find(ShellScript script)
    {
        var unverified = new HashSet<string>();
        foreach (var pipeline in script.AllPipelines)
        {
            foreach (var command in pipeline.Steps.Select(step => step.Command).OfType<ShellCommand>())
            {
                var effective = EffectiveCommand.Of(command);
                if (Programs.IsVerifier(effective.Name))
                    unverified.Clear();
                else if (FilesRun(command, effective).FirstOrDefault(unverified.Contains) is { } file)
                    yield return new($"{file} is fetched and then run without a comparison of its digest", command);
            }
            unverified.UnionWith(FilesFetched(pipeline));
        }
    }

    private static IEnumerable<string> FilesFetched(ShellPipeline pipeline)
    {
        var commands = pipeline.Steps.Select(step => step.Command).OfType<ShellCommand>().ToList();
        var fetchers = commands.Select(EffectiveCommand.Of).Where(command => Programs.IsFetcher(command.Name)).ToList();
        if (fetchers.Count == 0)
            return [];
        var redirected = commands.SelectMany(command => command.Redirections).Where(output => output.Operator.StartsWith('>')).Select(output => output.Target.Text);
        var teed = commands.Where(command => command.Name == "tee").SelectMany(command => command.Arguments).Where(argument => !argument.StartsWith('-'));
        return fetchers.SelectMany(OutputsOf).Concat(redirected).Concat(teed).Select(Normal).Where(name => name.Length > 0);
    }

    /// <summary>The named output, or the last part of the URL, under which wget and <c>curl -O</c> save.</summary>
    private static IEnumerable<string> OutputsOf(EffectiveCommand fetcher)
    {
        for (var at = 0; at < fetcher.Arguments.Length; at++)
        {
            var text = fetcher.Arguments[at].Text;
            if (OutputOption().IsMatch(text) && at + 1 < fetcher.Arguments.Length)
                yield return fetcher.Arguments[at + 1].Text;
            else if (JoinedOutput().Match(text) is { Success: true } joined)
                yield return joined.Groups["file"].Value;
            else if (!text.StartsWith('-') && text.Contains('/'))
                yield return Programs.NameOf(text.Split('?', '#')[0]);
        }
    }

    /// <summary>The command itself, a script for an interpreter, or what is made executable or installed.</summary>
    private static IEnumerable<string> FilesRun(ShellCommand command, EffectiveCommand effective)
    {
        var words = effective.Name is "chmod" or "install" or "dpkg" or "rpm" || PackageManagers.Knows(effective.Name)
            ? effective.Arguments
            : command.Words.Take(1).Concat(CodeInput.Words(effective));
        return words.Select(word => Normal(word.Text));
    }

    /// <summary>The next word is the file; also last in a row of letters, <c>-fsSLo</c>.</summary>
    [GeneratedRegex("^(-[A-Za-z]*[oO]|--(output|output-document|out))$")]
    private static partial Regex OutputOption();

    [GeneratedRegex("^(-[oO]|--(output|output-document|out)=)(?<file>.+)")]
    private static partial Regex JoinedOutput();

    private static string Normal(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
}
