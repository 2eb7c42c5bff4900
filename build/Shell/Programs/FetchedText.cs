using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Programs;

/// <summary>Follows what comes from the network through a script: commands that bring it, words and variables that hold it.</summary>
internal sealed class FetchedText
{
    private readonly HashSet<string> _variables = [];

    public FetchedText(ShellScript script)
    {
        foreach (var (name, _, word) in script.Commands.SelectMany(Assignments.Of))
        {
            if (IsIn(word))
                _variables.Add(name);
        }
    }

    /// <summary>The word holds, or names a file with, what was fetched.</summary>
    public bool IsIn(ShellWord word) =>
        word.Substitutions.Any(substitution => substitution.Kind != SubstitutionKind.FileToWrite && substitution.Pipelines.Any(IsFrom))
        || _variables.Any(variable => word.Text.Contains($"${{{variable}}}", StringComparison.Ordinal));

    /// <summary>Something in the pipeline fetches.</summary>
    public bool IsFrom(ShellPipeline pipeline) => pipeline.AllCommands().Any(IsFrom);

    /// <summary>The command fetches, or prints what was fetched.</summary>
    public bool IsFrom(ShellCommand command) => Programs.IsFetcher(EffectiveCommand.Of(command).Name) || command.Words.Any(IsIn);

    public bool IsFrom(ShellStep step) => step.AllCommands().Any(IsFrom);
}
