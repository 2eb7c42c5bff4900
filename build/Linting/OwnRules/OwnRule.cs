using ContainerSecurity.Commands;
using ContainerSecurity.Dockerfiles;
using ContainerSecurity.Dockerfiles.Shell;

namespace ContainerSecurity.Linting.OwnRules;

/// <summary>A rule that Hadolint lacks: its public code, how bad breaking it is, what is wrong, what to do, and pure checks of Dockerfiles, of shell texts, or of both.</summary>
internal sealed record OwnRule(string Code, LintLevel Level, string Message, string Help)
{
    /// <summary>What is wrong with a Dockerfile; lines are those of instructions.</summary>
    public Func<JudgedDockerfile, IEnumerable<LintHit>> OfDockerfile { get; init; } = _ => [];

    /// <summary>What is wrong with a shell text, in a Dockerfile, a workflow or a devcontainer.json; lines count from the text's first.</summary>
    public Func<JudgedScript, IEnumerable<LintHit>> OfScript { get; init; } = _ => [];

    /// <summary>A check of single commands.</summary>
    /// <param name="fault">What is wrong, as the end of a sentence; null for a good command.</param>
    public static Func<JudgedScript, IEnumerable<LintHit>> EachCommand(Func<ShellCommand, string?> fault) => script =>
        from command in script.Shell.Commands
        let wrong = fault(command)
        where wrong is not null
        select script.At(new CommandFault(wrong, command));

    /// <summary>A check of single instructions, those after ONBUILD too.</summary>
    /// <param name="fault">What is wrong, as the end of a sentence; null for a good instruction.</param>
    public static Func<JudgedDockerfile, IEnumerable<LintHit>> EachInstruction(Func<Instruction, string?> fault) => file =>
        from step in file.Steps
        let wrong = fault(step.Instruction)
        where wrong is not null
        select new LintHit(step.Line, wrong);

    /// <summary>The same rule, which also judges variables: of ENV and ARG, and those that commands set.</summary>
    /// <param name="fault">Of name and value; null for a good variable.</param>
    public OwnRule WithVariables(Func<string, string, string?> fault) => this with
    {
        OfDockerfile = file => OfDockerfile(file).Concat(
            from step in file.Steps
            where step.Keyword is "ENV" or "ARG"
            from word in step.Words
            where word.Contains('=')
            let pair = NameValue.Parse(word)
            let wrong = fault(pair.Name, pair.Value)
            where wrong is not null
            select new LintHit(step.Line, wrong)),
        OfScript = script => OfScript(script).Concat(EachCommand(command => Assignments.TextsOf(command)
            .Select(variable => fault(variable.Name, variable.Value))
            .FirstOrDefault(wrong => wrong is not null))(script)),
    };

    /// <summary>The sentence that a finding shows.</summary>
    public string MessageOf(LintHit hit) => hit.Message is { } what ? $"{Message.TrimEnd('.')}: {what}." : Message;
}
