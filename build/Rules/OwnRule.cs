using System.Buffers;
using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Secrets;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules;

/// <summary>A rule that Hadolint lacks: its public code, how bad breaking it is, what is wrong, what to do, and pure checks of Dockerfiles, of shell texts, or of both.</summary>
internal sealed record OwnRule(string Code, LintLevel Level, string Message, string Help)
{
    /// <summary>What is wrong with a Dockerfile; lines are those of instructions.</summary>
    public Func<JudgedDockerfile, IEnumerable<LintHit>> OfDockerfile { get; init; } = _ => [];

    /// <summary>What is wrong with a shell text, in a Dockerfile, a workflow or a devcontainer.json; lines count from the text's first.</summary>
    public Func<JudgedScript, IEnumerable<LintHit>> OfScript { get; init; } = _ => [];

    /// <summary>A shell text without any of these words, in whatever case, breaks nothing and is not looked at; none means that every text is.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    private SearchValues<string>? Search => field ??= Words.IsEmpty ? null : SearchValues.Create(Words.AsSpan(), StringComparison.OrdinalIgnoreCase);

    // With quotes and escapes a word can be spelt in many ways.
    public IEnumerable<LintHit> Check(JudgedScript script) =>
        Search is null || script.Shell.Text.AsSpan().ContainsAny(Search) || script.Shell.Text.AsSpan().ContainsAny('"', '\'', '\\') ? OfScript(script) : [];

    /// <summary>A check of single commands.</summary>
    /// <param name="fault">What is wrong, as the end of a sentence; null for a good command.</param>
    public static Func<JudgedScript, IEnumerable<LintHit>> EachCommand(Func<JudgedCommand, string?> fault) => script =>
        from command in script.Commands
        let wrong = fault(command)
        where wrong is not null
        select script.At(new CommandFault(wrong, command.Written));

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
        OfScript = script => OfScript(script).Concat(EachCommand(command => Assignments.Of(command.Written)
            .Select(variable => fault(variable.Name, variable.Value))
            .FirstOrDefault(wrong => wrong is not null))(script)),
    };

    /// <summary>The sentence that a finding shows; what it quotes may hold a key.</summary>
    public string MessageOf(LintHit hit) => hit.Message is { } what ? $"{Message.TrimEnd('.')}: {SecretMask.Apply(what)}." : Message;
}
