using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Finds shell text in which something fetched is passed to an interpreter, in any form.</summary>
internal static class PipedInstalls
{
    private const int DeepestScript = 4;

    public static IEnumerable<CommandFault> Find(ShellScript script) =>
        Find(script, DeepestScript).DistinctBy(fault => (fault.Message, fault.Command));

    private static IEnumerable<CommandFault> Find(ShellScript script, int depth)
    {
        var fetched = new FetchedText(script);
        return
        [
            .. script.AllPipelines.SelectMany(pipeline => InPipeline(pipeline, fetched)),
            .. script.Commands.SelectMany(command => InCommand(command, fetched)),
            .. depth == 0 ? [] : script.Commands.SelectMany(InnerScripts).SelectMany(inner => Find(inner, depth - 1)),
        ];
    }

    /// <summary><c>curl … | sh</c>, with anything between, and <c>curl … | tee &gt;(sh)</c>.</summary>
    private static IEnumerable<CommandFault> InPipeline(ShellPipeline pipeline, FetchedText fetched)
    {
        for (var source = 0; source < pipeline.Steps.Length; source++)
        {
            if (!fetched.Fetches(pipeline.Steps[source]))
                continue;
            var runner = pipeline.Steps.Skip(source + 1).SelectMany(step => step.AllCommands()).FirstOrDefault(RunsInput)
                ?? pipeline.Steps.Skip(source).SelectMany(FilesToWrite).FirstOrDefault(RunsInput);
            if (runner is not null)
                yield return new($"what is fetched is piped into {EffectiveCommand.From(runner).Name}", FetcherOf(pipeline.Steps[source]) ?? runner);
        }
    }

    /// <summary>
    /// <c>sh -c "$(curl …)"</c>, <c>eval "$(curl …)"</c>, <c>bash &lt;(curl …)</c>, <c>bash &lt;&lt;&lt; "$(curl …)"</c>, <c>$(curl …)</c>.
    /// </summary>
    private static IEnumerable<CommandFault> InCommand(ShellCommand command, FetchedText fetched)
    {
        var effective = EffectiveCommand.From(command);
        if (CodeInput.FindCode(effective).Any(fetched.IsFetched))
        {
            yield return new($"{effective.Name} runs what is fetched", command);
        }
        else if (command.Words.Length > 0 && fetched.IsFetched(command.Words[0]))
        {
            yield return new("what is fetched is run as a command", command);
        }
        else if (CodeInput.ReadsStandardInput(effective)
            && command.Redirections.Any(input => input.Operator.StartsWith('<') && fetched.IsFetched(input.Target)))
        {
            yield return new($"{effective.Name} reads what is fetched as its program", command);
        }
    }

    /// <summary>A word with blanks that mentions a fetcher may be a script for another shell: <c>su -c "curl … | sh"</c>.</summary>
    private static IEnumerable<ShellScript> InnerScripts(ShellCommand command) =>
        command.Words.Concat(command.Redirections.Select(redirection => redirection.Target))
            .Where(word => word.Text.Any(char.IsWhiteSpace) && KnownPrograms.MentionsFetcher(word.Text) && !IsMessage(command))
            .Select(word => ShellScript.Parse(word.Text));

    /// <summary>A printed text is an instruction for a reader; when it is piped into a shell, the pipeline is found.</summary>
    private static bool IsMessage(ShellCommand command) => command.Name is "echo" or "printf" && command.Redirections.IsEmpty;

    private static bool RunsInput(ShellCommand command) => CodeInput.ReadsStandardInput(EffectiveCommand.From(command));

    private static IEnumerable<ShellCommand> FilesToWrite(ShellStep step) =>
        from command in step.AllCommands()
        from word in command.Words.Concat(command.Redirections.Select(redirection => redirection.Target))
        from substitution in word.Substitutions
        where substitution.Kind == SubstitutionKind.FileToWrite
        from inner in substitution.Pipelines.SelectMany(pipeline => pipeline.AllCommands())
        select inner;

    private static ShellCommand? FetcherOf(ShellStep step) =>
        step.AllCommands().FirstOrDefault(command => KnownPrograms.IsFetcher(EffectiveCommand.From(command).Name));
}
