using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>A program with what it is given.</summary>
/// <param name="name">Without its folder.</param>
/// <param name="words">After the program.</param>
/// <param name="line">1-based line in the script.</param>
internal sealed class Call(string name, ImmutableArray<Value> words, Streams streams, int line)
{
    public string Name => name;

    public ImmutableArray<Value> Words => words;

    public Streams Streams => streams;

    public int Line => line;

    public required ProgramSpec Spec { get; init; }

    /// <summary>The words as the program reads them.</summary>
    public required CommandLine Read { get; init; }

    /// <summary>The table of programs holds it.</summary>
    public bool IsKnown { get; init; }

    public Value Input => Streams.Input;

    public ImmutableArray<Value> Operands
    {
        get
        {
            if (field.IsDefault)
            {
                var operands = new Value[Read.Operands.Count];
                for (var at = 0; at < operands.Length; at++)
                    operands[at] = Words[Read.Operands[at]];
                field = ImmutableCollectionsMarshal.AsImmutableArray(operands);
            }

            return field;
        }
    }

    public bool Has(Role role) => Read.Has(role);

    /// <summary>The last of several.</summary>
    public Value? ValueOf(Role role) =>
        Read.Options.FindLast(option => option.Role == role && option.Word >= 0) is { } option ? ValueOf(option) : null;

    public List<Value> ValuesOf(Role role)
    {
        var values = new List<Value>();
        foreach (var option in Read.Options)
        {
            if (option.Role == role && option.Word >= 0)
                values.Add(ValueOf(option));
        }

        return values;
    }

    public Value ValueOf(ReadOption option)
    {
        var word = Words[option.Word];
        return option.From == 0 ? word : word with { Text = word.Text[Math.Min(option.From, word.Text.Length)..], Shown = null };
    }

    /// <summary>The same words with other streams.</summary>
    public Call With(Streams streams) => new(Name, Words, streams, Line) { Spec = Spec, Read = Read };

    /// <summary>The same, given by another line of the text.</summary>
    public Call InLine(int line) => new(Name, Words, Streams, line) { Spec = Spec, Read = Read };

    public void Write(Value value) => Streams.Output.Write(value);
}
