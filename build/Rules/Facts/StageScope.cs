using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Facts;

/// <summary>The variables of a stage, line by line: ENV and ARG with their values, and ARGs that have none.</summary>
internal sealed class StageScope
{
    private readonly char _escape;
    private readonly ImmutableDictionary<string, string> _global;
    private readonly Dictionary<string, string> _values;
    private readonly HashSet<string> _arguments;

    /// <param name="global">What ARGs before the first FROM and the builder set.</param>
    public StageScope(char escape, ImmutableDictionary<string, string> global, StageScope? inherited)
    {
        _escape = escape;
        _global = global;
        // A builder sets PATH where the image does not.
        _values = inherited is null ? new() { ["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" } : new(inherited._values);
        _arguments = inherited is null ? [] : [.. inherited._arguments];
    }

    public BuildStep Run(Instruction instruction, int line)
    {
        var (words, unknown) = instruction.Keyword == "ARG" ? Declare(instruction) : Expand(instruction);
        if (instruction.Keyword == "ENV")
            Set(words);
        return new BuildStep(instruction, line, words, unknown);
    }

    private (ImmutableArray<string> Words, ImmutableArray<string> Unknown) Expand(Instruction instruction)
    {
        if (instruction.Keyword is not ("ADD" or "COPY" or "ENV" or "EXPOSE" or "LABEL" or "RUN" or "STOPSIGNAL" or "USER" or "VOLUME" or "WORKDIR"))
            return (instruction.RawArguments, []);
        var words = instruction.Keyword == "RUN" ? [] : instruction.RawArguments.Select(word => Word(instruction.Keyword, word)).ToList();
        var reported = instruction.Keyword == "EXPOSE" ? [] : Flags(instruction).Concat(words.SelectMany(word => word)).Concat(Contents(instruction));
        return (
            [.. words.Select((word, index) => Text(word) ?? instruction.RawArguments[index])],
            [.. reported.SelectMany(Undefined)]);
    }

    private static string? Text(List<VariableExpansion> word) =>
        word.TrueForAll(part => part.Text is not null) ? string.Join('=', word.Select(part => part.Text)) : null;

    // A builder expands name and value each on its own.
    private List<VariableExpansion> Word(string keyword, string word)
    {
        var equals = keyword is "ENV" or "LABEL" ? word.IndexOf('=', StringComparison.Ordinal) : -1;
        return equals < 0 ? [Of(word)] : [Of(word[..equals]), Of(word[(equals + 1)..])];
    }

    private IEnumerable<VariableExpansion> Flags(Instruction instruction) => instruction.Keyword switch
    {
        "ADD" or "COPY" => instruction.Flags.Where(flag => flag.Name is "chown" or "chmod" or "checksum").Select(flag => Of(flag.Value ?? "")),
        "RUN" => instruction.Flags.Where(flag => flag.Name == "mount").SelectMany(flag => (flag.Value ?? "").Split(',')).Select(option => Of(NameValue.Parse(option).Value)),
        _ => [],
    };

    private IEnumerable<VariableExpansion> Contents(Instruction instruction) => instruction.Keyword is "ADD" or "COPY"
        ? instruction.HereDocuments.Where(document => document.Expand).Select(document => VariableExpansion.OfContent(document.Content, _values.GetValueOrDefault))
        : [];

    private (ImmutableArray<string> Words, ImmutableArray<string> Unknown) Declare(Instruction argument)
    {
        var unknown = ImmutableArray.CreateBuilder<string>();
        foreach (var word in argument.RawArguments)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            var given = equals < 0 ? null : Of(word[(equals + 1)..]);
            unknown.AddRange(given is null ? [] : Undefined(given));
            if ((equals < 0 ? _global.GetValueOrDefault(name) : given!.Text ?? "") is { } value)
                _values[name] = value;
            _arguments.Add(name);
        }

        return (argument.RawArguments, unknown.ToImmutable());
    }

    private void Set(ImmutableArray<string> words)
    {
        foreach (var pair in words.Select(NameValue.Parse))
            _values[pair.Name] = pair.Value;
    }

    private IEnumerable<string> Undefined(VariableExpansion word) => word.Unknown.Where(name => !_arguments.Contains(name));

    private VariableExpansion Of(string word) => VariableExpansion.Of(word, _escape, _values.GetValueOrDefault);
}
