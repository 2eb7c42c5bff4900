using System.Collections.Immutable;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>A program with what it is given.</summary>
/// <param name="Name">Without its folder.</param>
/// <param name="Words">After the program.</param>
/// <param name="Line">1-based line in the script.</param>
internal sealed record Call(string Name, ImmutableArray<Value> Words, Streams Streams, int Line)
{
    public required ProgramSpec Spec { get; init; }

    /// <summary>The words as the program reads them.</summary>
    public required CommandLine Read { get; init; }

    /// <summary>The table of programs holds it.</summary>
    public bool IsKnown { get; init; }

    public Value Input => Streams.Input;

    public ImmutableArray<Value> Operands => field.IsDefault ? field = [.. Read.Operands.Select(index => Words[index])] : field;

    public bool Has(Role role) => Read.Has(role);

    public Value? ValueOf(Role role) => ValuesOf(role).LastOrDefault();

    public IEnumerable<Value> ValuesOf(Role role) => Read.Options.Where(option => option.Role == role && option.Word >= 0).Select(ValueOf);

    public Value ValueOf(ReadOption option)
    {
        var word = Words[option.Word];
        return option.From == 0 ? word : word with { Text = word.Text[Math.Min(option.From, word.Text.Length)..], Shown = null };
    }

    public void Write(Value value) => Streams.Output.Write(value);
}
