using System.Text.RegularExpressions;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Finds files that a script fetches and then runs without comparing them with a digest or signature in between.</summary>
internal static partial class UnverifiedDownloads
{
    public static IEnumerable<CommandFault> Find(ShellScript script)
    {
        var (unverified, unpacked) = (new HashSet<string>(), false);
        foreach (var pipeline in script.AllPipelines)
        {
            foreach (var command in pipeline.Steps.Select(step => step.Command).OfType<ShellCommand>())
            {
                var effective = EffectiveCommand.From(command);
                if (KnownPrograms.IsVerifier(effective.Name))
                    unverified.Clear();
                else if (FilesRun(command, effective).FirstOrDefault(file => unverified.Contains(KnownPrograms.GetName(file))) is { } file)
                    yield return new($"{Plain(file)} is fetched and then run without a comparison of its digest", command);
                else if (unpacked && FilesStarted(command, effective).FirstOrDefault(IsInside) is { } inner)
                    yield return new($"{inner} is run after an archive was fetched and unpacked without a comparison of its digest", command);
            }
            unpacked |= Unpacks(pipeline, unverified);
            unverified.UnionWith(FilesFetched(pipeline).Select(KnownPrograms.GetName));
        }
    }

    private static IEnumerable<string> FilesFetched(ShellPipeline pipeline)
    {
        var commands = pipeline.Steps.Select(step => step.Command).OfType<ShellCommand>().ToList();
        var fetchers = commands.Select(EffectiveCommand.From).Where(command => KnownPrograms.IsFetcher(command.Name)).ToList();
        if (fetchers.Count == 0)
            return [];
        var redirected = commands
            .SelectMany(command => command.Redirections)
            .Where(output => output.Operator.StartsWith('>'))
            .Select(output => output.Target.Text);
        var teed = commands
            .Where(command => command.Name == "tee")
            .SelectMany(command => command.Arguments)
            .Where(argument => !argument.StartsWith('-'));
        var copied = commands.Where(command => command.Name == "dd").SelectMany(command => command.Arguments)
            .Where(argument => argument.StartsWith("of=", StringComparison.Ordinal)).Select(argument => argument[3..]);
        return fetchers.SelectMany(OutputsOf).Concat(redirected).Concat(teed).Concat(copied).Where(name => name.Length > 0);
    }

    /// <summary>Files of an archive have their own names; a program run by a relative path, <c>./configure</c>, may be one of them.</summary>
    private static bool Unpacks(ShellPipeline pipeline, HashSet<string> unverified)
    {
        var commands = pipeline.Steps.Select(step => step.Command).OfType<ShellCommand>().Select(EffectiveCommand.From).ToList();
        return commands.Any(command => command.Name is "tar" or "bsdtar" or "unzip"
            && command.Arguments.Any(word => unverified.Contains(KnownPrograms.GetName(word.Text))))
            || (commands.Any(command => KnownPrograms.IsFetcher(command.Name))
                && commands.Any(command => command.Name is "tar" or "bsdtar" or "cpio"));
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
                yield return KnownPrograms.GetName(text.Split('?', '#')[0]);
        }
    }

    /// <summary>The command itself, a script for an interpreter, or what is made executable or installed.</summary>
    private static IEnumerable<string> FilesRun(ShellCommand command, EffectiveCommand effective)
    {
        if (effective.Name == "chmod" && !effective.Arguments.Any(word => MakesExecutable().IsMatch(word.Text)))
            return [];
        return effective.Name is "chmod" or "install" or "dpkg" or "rpm" || PackageManagers.IsPackageManager(effective.Name)
            ? effective.Arguments.Select(word => word.Text)
            : FilesStarted(command, effective);
    }

    private static IEnumerable<string> FilesStarted(ShellCommand command, EffectiveCommand effective) =>
        command.Words.Take(1).Concat(CodeInput.FindCode(effective)).Select(word => word.Text);

    private static bool IsInside(string path) => path.Contains('/') && path[0] is not ('/' or '$' or '~') && !path.Any(char.IsWhiteSpace);

    private static string Plain(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    /// <summary>The next word is the file; also last in a row of letters, <c>-fsSLo</c>.</summary>
    [GeneratedRegex("^(-[A-Za-z]*[oO]|--(output|output-document|out))$")]
    private static partial Regex OutputOption();

    [GeneratedRegex("^(-[oO]|--(output|output-document|out)=)(?<file>.+)")]
    private static partial Regex JoinedOutput();

    [GeneratedRegex("^([0-7]*[1357][0-7]*|[ugoa]*[+=][rwst]*[xX].*)$")]
    private static partial Regex MakesExecutable();
}
