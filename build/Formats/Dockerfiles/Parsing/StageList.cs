using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>Cuts the instructions into stages, each from one FROM to the next.</summary>
internal static class StageList
{
    public static ImmutableArray<Stage> Cut(IReadOnlyList<Instruction> instructions)
    {
        var starts = Enumerable.Range(0, instructions.Count).Where(index => instructions[index].Keyword == "FROM").ToList();
        return [.. starts.Select((start, index) =>
            Cut(index, instructions.Skip(start).Take((index + 1 < starts.Count ? starts[index + 1] : instructions.Count) - start)))];
    }

    private static Stage Cut(int index, IEnumerable<Instruction> instructions)
    {
        ImmutableArray<Instruction> all = [.. instructions];
        var words = all[0].Arguments;
        return new Stage(index, words.FirstOrDefault(""), words.Length == 3 ? words[2] : null, all[0], all[1..]);
    }
}
