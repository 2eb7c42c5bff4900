using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>Replaces the variables of one instruction where a builder replaces them; in what a shell runs the shell does.</summary>
/// <param name="runsLater">In a stage that builds upon this one and knows more variables: what uses one that is not known here has no value.</param>
internal sealed class StepExpansion(Instruction instruction, BuildVariables variables, bool runsLater)
{
    private static readonly string[] Expanded = ["ADD", "ARG", "COPY", "ENV", "EXPOSE", "LABEL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"];

    private static readonly string[] ExpandedFlags = ["chown", "chmod", "checksum"];

    private readonly List<string> _unknown = [];

    public BuildStep Expand(int line, ImmutableArray<string> shell)
    {
        var flags = ExpandFlags();
        var isExpanded = Expanded.Contains(instruction.Keyword);
        ImmutableArray<StepWord> words = [.. instruction.RawArguments.Select(word => isExpanded ? ExpandArgument(word) : StepWord.AsWritten(word))];
        ExpandContents();
        return new BuildStep(instruction, line)
        {
            Arguments = words,
            Flags = flags,
            Unknown = instruction.Keyword == "EXPOSE" ? [] : [.. _unknown],
            Shell = shell,
            RunsLater = runsLater,
        };
    }

    private ImmutableDictionary<string, StepWord> ExpandFlags()
    {
        var flags = ImmutableDictionary<string, StepWord>.Empty;
        if (instruction.Keyword is "ADD" or "COPY")
        {
            foreach (var flag in instruction.Flags.Where(flag => flag.Value is not null && ExpandedFlags.Contains(flag.Name)))
                flags = flags.SetItem(flag.Name, Expand(flag.Value!));
        }
        else if (instruction.Keyword == "RUN")
        {
            var mounts = instruction.Flags.Where(flag => flag is { Name: "mount", Value: not null });
            foreach (var option in mounts.SelectMany(flag => flag.Value!.Split(',')))
                Expand(NameValue.Parse(option).Value);
        }

        return flags;
    }

    private void ExpandContents()
    {
        if (instruction.Keyword is not ("ADD" or "COPY"))
            return;
        foreach (var document in instruction.HereDocuments.Where(document => document.Expand))
            _unknown.AddRange(variables.Undefined(variables.ExpandContent(document.Content)));
    }

    private StepWord ExpandArgument(string word)
    {
        var expanded = instruction.Keyword is "ENV" or "LABEL" or "ARG" ? ExpandPair(word) : Expand(word);
        // Each ARG sees those before it, in the same instruction too.
        if (instruction.Keyword == "ARG" && !runsLater)
        {
            var pair = NameValue.Parse(expanded.Value ?? word);
            variables.Declare(pair.Name, !word.Contains('=') ? null : expanded.Value is null ? "" : pair.Value);
        }

        return expanded;
    }

    // A builder expands name and value each on its own.
    private StepWord ExpandPair(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return Expand(word);
        var (name, value) = (Expand(word[..equals]), Expand(word[(equals + 1)..]));
        return new StepWord(word, name.Value is null || value.Value is null ? null : $"{name.Value}={value.Value}", name.Fault ?? value.Fault);
    }

    private StepWord Expand(string word)
    {
        var expansion = variables.Expand(word);
        var undefined = variables.Undefined(expansion).ToList();
        _unknown.AddRange(undefined);
        return new StepWord(word, runsLater && undefined.Count > 0 ? null : expansion.Text, expansion.Fault);
    }
}
