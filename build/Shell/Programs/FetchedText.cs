using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Follows what comes from the network through a script: commands that bring it, words and variables that hold it.</summary>
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

    /// <summary>The word holds, or names a file with, what was fetched.</summary>
    public bool IsFetched(ShellWord word) =>
        word.Substitutions.Any(substitution => substitution.Kind != SubstitutionKind.FileToWrite && substitution.Pipelines.Any(Fetches))
        || _variables.Any(variable => word.Text.Contains($"${{{variable}}}", StringComparison.Ordinal));

    /// <summary>Something in the pipeline fetches.</summary>
    public bool Fetches(ShellPipeline pipeline) => pipeline.AllCommands().Any(Fetches);

    /// <summary>The command fetches, or prints what was fetched.</summary>
    public bool Fetches(ShellCommand command) => KnownPrograms.IsFetcher(EffectiveCommand.From(command).Name) || command.Words.Any(IsFetched);

    public bool Fetches(ShellStep step) => step.AllCommands().Any(Fetches);
}
