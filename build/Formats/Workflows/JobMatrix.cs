using System.Collections.Immutable;
using System.Text.Json;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>The values of <c>strategy.matrix</c>.</summary>
internal static class JobMatrix
{
    /// <summary>
    /// Everything that <c>matrix.NAME</c> may stand for: the items of its list, and those of <c>include</c>; a value that is made by an expression
    /// as it is written.
    /// </summary>
    public static IEnumerable<LocatedValue> ValuesOf(WorkflowJob job, string name)
    {
        if (job.Value["strategy"]?["matrix"] is not { } matrix)
            return [];
        // The whole matrix may be made by an expression, and so may be `include`.
        if (matrix.Kind != JsonValueKind.Object)
            return [matrix];
        var included = matrix["include"];
        return
        [
            .. Members(matrix, name)
                .Where(member => member.Name is not ("include" or "exclude"))
                .SelectMany(member => member.Value.OneOrMore().Where(value => !IsExcluded(matrix, member.Name, value))),
            .. included is { Text: not null } ? [included] : ImmutableArray<LocatedValue>.Empty,
            .. (included?.Items ?? []).SelectMany(item => item.Text is not null ? [item] : Members(item, name).Select(member => member.Value)),
        ];
    }

    /// <summary>Every text in a value.</summary>
    public static IEnumerable<LocatedValue> TextsIn(LocatedValue value) => value.Text is not null
        ? [value]
        : value.Items.Concat(value.Members.Select(member => member.Value)).SelectMany(TextsIn);

    /// <summary><c>exclude</c> names it alone, whatever the others are.</summary>
    private static bool IsExcluded(LocatedValue matrix, string name, LocatedValue value) => value.Text is not null
        && (matrix["exclude"]?.Items ?? []).Any(item => item.Members is [var only] && only.Name == name && only.Value.Text == value.Text);

    private static IEnumerable<LocatedMember> Members(LocatedValue value, string name) =>
        value.Members.Where(member => name == Expressions.Access.Any || member.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
