namespace ContainerSecurity.Shell.PowerShell;

/// <summary>Conditions, which may check a file.</summary>
internal sealed partial class PowerShellWalk
{
    /// <summary>
    /// A condition that compares a file's digest checks that file where the other case stops the script, or inside the block of the right case.
    /// </summary>
    private PowerShellValue Decide(PowerShellTerm[] terms, PowerShellValue input)
    {
        var (result, file) = (PowerShellValue.None, (string?)null);
        for (var at = 0; at < terms.Length; at++)
        {
            if (terms[at].Nodes is [PowerShellGroup { Open: "(" } condition])
            {
                file = Run(condition.Statements, input).CheckedFile;
                var isDifference = Mentions(condition, Differences);
                if (file is null || !Mentions(condition, Comparisons) || at + 1 >= terms.Length || terms[at + 1].Block is not { } block)
                    continue;
                var otherwise = at + 3 < terms.Length ? terms[at + 3].Block : null;
                var (right, wrong) = isDifference ? (otherwise, block) : (block, otherwise);
                var stops = wrong is not null && Stops(wrong);
                if (wrong is not null)
                    result = result.Or(Run(wrong.Statements, input));
                var wasUnchecked = memory.IsUnchecked(file);
                memory.Check(file);
                if (right is not null)
                    result = result.Or(Run(right.Statements, input));
                if (!stops && wasUnchecked)
                    memory.Save(file);
                at += otherwise is null ? 1 : 3;
            }
            else if (terms[at].Block is { } block)
            {
                result = result.Or(Run(block.Statements, input));
            }
        }

        return result;
    }

    private static bool Stops(PowerShellStatement statement) => BeginsWith(statement, Endings);

    private static bool Stops(PowerShellGroup block)
    {
        foreach (var statement in block.Statements)
        {
            if (Stops(statement))
                return true;
        }

        return false;
    }

    private static bool BeginsWith(PowerShellStatement statement, string[] words)
    {
        foreach (var element in statement.Elements)
        {
            if (element.Terms is [{ Bare: { } word }, ..] && IsOneOf(word, words))
                return true;
        }

        return false;
    }

    private static bool IsOneOf(string word, string[] words) =>
        Array.Exists(words, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));

    private static bool Mentions(PowerShellGroup group, string[] words) => NodesIn(group).Exists(node => node switch
    {
        PowerShellText { IsQuoted: false } text => IsOneOf(text.Text, words),
        PowerShellGroup inner => Mentions(inner, words),
        _ => false,
    });
}
