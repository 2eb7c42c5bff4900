using System.Reflection;

namespace Build.Tests.Frosting.Host;

/// <summary>What code in C# can see of an assembly's namespace <c>Cake.Frosting</c>, one declaration a line.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => type.Namespace == "Cake.Frosting")
            .SelectMany(Lines)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Lines(Type type)
    {
        yield return $"{NameOf(type)}: {KindOf(type)}{string.Concat(Bases(type).Select(name => $", {name}"))}{Constraints(type)}{Usage(type)}";
        foreach (var member in type.GetMembers(Declared).Select(Describe).OfType<string>())
            yield return $"{NameOf(type)}.{member}";
    }

    private static string KindOf(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> Bases(Type type) =>
        new[] { type.BaseType }
            .OfType<Type>()
            .Where(baseType => baseType != typeof(object))
            .Concat(type.GetInterfaces().Where(candidate => candidate.IsPublic && candidate.Namespace == "Cake.Frosting"))
            .Select(NameOf)
            .Order(StringComparer.Ordinal);

    private static string Usage(Type type) =>
        type.GetCustomAttribute<AttributeUsageAttribute>() is { } usage && type.IsSubclassOf(typeof(Attribute))
            ? $" [{usage.ValidOn}, multiple {usage.AllowMultiple}, inherited {usage.Inherited}]"
            : string.Empty;

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) => $"ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) =>
            $"{Modifiers(method)}{method.Name}{Generics(method)}({Parameters(method)}) -> {NameOf(method.ReturnType)}{Constraints(method)}",
        PropertyInfo { GetMethod: { } getter } property when IsVisible(getter) =>
            $"{Modifiers(getter)}{property.Name} {{ get;{(property.SetMethod is { } setter && IsVisible(setter) ? " set;" : string.Empty)} }} -> "
                + $"{NameOf(property.PropertyType)}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true } => method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)) ? "extension " : "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => string.Empty,
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{NameOf(parameter.ParameterType)} {parameter.Name}"));

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : string.Empty;

    private static string Constraints(MemberInfo member)
    {
        var arguments = member is Type type ? type.GetGenericArguments() : ((MethodInfo)member).GetGenericArguments();
        return string.Concat(arguments.Where(argument => argument.IsGenericParameter).Select(Constraint));
    }

    private static string Constraint(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        string?[] parts =
        [
            attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? "class" : null,
            .. parameter.GetGenericParameterConstraints().Select(NameOf),
            attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? "new()" : null,
        ];
        return $" where {parameter.Name} : {string.Join(", ", parts.OfType<string>())}";
    }

    private static string NameOf(Type type) => type switch
    {
        { IsGenericParameter: true } => type.Name,
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>",
        _ => type.Name,
    };
}
