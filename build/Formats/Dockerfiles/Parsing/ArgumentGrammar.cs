using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>How many and which arguments an instruction takes (buildkit: frontend/dockerfile/instructions/parse.go).</summary>
internal static partial class ArgumentGrammar
{
    /// <returns>What is wrong with the arguments; null when nothing is.</returns>
    public static string? Check(Instruction instruction) => instruction.Keyword switch
    {
        "FROM" => CheckFrom(instruction),
        "ADD" or "COPY" => CheckCopy(instruction),
        "ENV" or "LABEL" or "ARG" => CheckNames(instruction),
        "EXPOSE" or "ONBUILD" => AtLeastOne(instruction),
        "VOLUME" => AtLeastOne(instruction) ?? (instruction.RawArguments.Any(string.IsNullOrWhiteSpace) ? "VOLUME names an empty path" : null),
        "USER" or "WORKDIR" or "STOPSIGNAL" or "MAINTAINER" => AtLeastOne(instruction),
        "SHELL" => CheckShell(instruction),
        "HEALTHCHECK" => HealthcheckGrammar.Check(instruction),
        "RUN" => RunFlagGrammar.Check(instruction),
        "CMD" or "ENTRYPOINT" => null,
        "" => "there is a continuation and nothing to continue; remove the line",
        _ => $"`{instruction.Keyword}` is not an instruction; if it belongs to the line above, end that line with the escape character",
    };

    private static string? AtLeastOne(Instruction instruction) =>
        instruction.RawArguments.IsEmpty ? $"{instruction.Keyword} has no argument; it needs one" : null;

    private static string? CheckFrom(Instruction from) => from.RawArguments.Length switch
    {
        1 => null,
        3 when from.RawArguments[1].Equals("as", StringComparison.OrdinalIgnoreCase) => StageName().IsMatch(from.RawArguments[2].ToLowerInvariant())
            ? null
            : $"`{from.RawArguments[2]}` cannot name a stage; it must begin with a letter and go on with letters, digits, `-`, `_` and `.`",
        _ => "FROM takes an image, or an image and `AS name`",
    };

    private static string? CheckCopy(Instruction copy) => copy.RawArguments.Length switch
    {
        < 2 => $"{copy.Keyword} needs a source and a destination",
        _ when HereDocumentWord.Parse(copy.RawArguments[^1]) is not null => $"{copy.Keyword} ends with a here-document; name a path after it",
        _ => null,
    };

    private static string? CheckNames(Instruction instruction) =>
        AtLeastOne(instruction)
        ?? (instruction.RawArguments.Any(word => word.StartsWith('=')) ? $"{instruction.Keyword} has a value without a name" : null);

    private static string? CheckShell(Instruction shell) => shell switch
    {
        { ExecForm: [_, ..] } => null,
        { RawArguments: [] } => "SHELL has no argument; write it as [\"executable\", \"parameter\"]",
        _ => "SHELL must be in JSON form: [\"executable\", \"parameter\"]",
    };

    [GeneratedRegex(@"^[a-z][a-z0-9\-_.]*\z")]
    private static partial Regex StageName();
}
