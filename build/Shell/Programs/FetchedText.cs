using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Follows downloaded content through a script: the commands that fetch it, and the words and variables that contain it.</summary>
internal sealed class FetchedText
{
    private readonly HashSet<string> _variables = [];

    public FetchedText(ShellScript script)
    {
        foreach (var (name, _, word) in script.Commands.SelectMany(Assignments.Find))
        {
            if (IsFetched(word))
                _variables.Add(name);
        }
    }

    /// <summary>Whether the word contains what was fetched, or names a file with it.</summary>
    public bool IsFetched(ShellWord word) =>
        word.Substitutions.Any(substitution => substitution.Kind != SubstitutionKind.FileToWrite && substitution.Pipelines.Any(Fetches))
        || _variables.Any(variable => word.Text.Contains($"${{{variable}}}", StringComparison.Ordinal));

    /// <summary>Whether something in the pipeline fetches.</summary>
    public bool Fetches(ShellPipeline pipeline) => pipeline.AllCommands().Any(Fetches);

    /// <summary>Whether the command fetches, or prints what was fetched.</summary>
    public bool Fetches(ShellCommand command) => KnownPrograms.IsFetcher(EffectiveCommand.From(command).Name) || command.Words.Any(IsFetched);

    public bool Fetches(ShellStep step) => step.AllCommands().Any(Fetches);
}
