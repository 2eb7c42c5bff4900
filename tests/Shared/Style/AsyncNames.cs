using System.Reflection;

namespace Tests.Shared.Style;

/// <summary>Finds methods that return a task and do not end in <c>Async</c>.</summary>
internal static class AsyncNames
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <returns><c>Type.Method</c>, in alphabetical order.</returns>
    public static IReadOnlyList<string> Violations(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           where !type.IsSubclassOf(typeof(Delegate))
           from method in type.GetMethods(Declared)
           where !method.IsSpecialName && IsTask(method.ReturnType)
           let name = SourceName(method.Name)
           where name?.EndsWith("Async", StringComparison.Ordinal) is false
           orderby type.FullName, method.Name
           select $"{type.FullName}.{name}",
    ];

    private static bool IsTask(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    /// <summary>
    /// The name in the source: of a local function <c>&lt;Outer&gt;g__Name|0_1</c> its own; null for lambdas and the top-level program.
    /// </summary>
    private static string? SourceName(string name)
    {
        if (!name.StartsWith('<'))
            return name[(name.LastIndexOf('.') + 1)..];

        var begin = name.IndexOf(">g__", StringComparison.Ordinal);
        return begin < 0 ? null : name[(begin + 4)..name.IndexOf('|', StringComparison.Ordinal)];
    }
}
