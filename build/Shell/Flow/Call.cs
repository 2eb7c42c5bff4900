using System.Collections.Immutable;
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

    /// <summary>The same words with other streams.</summary>
    public Call With(Streams streams) => new(Name, Words, streams, Line) { Spec = Spec, Read = Read };

    public void Write(Value value) => Streams.Output.Write(value);
}
