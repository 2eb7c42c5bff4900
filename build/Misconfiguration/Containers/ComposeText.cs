using System.Text.RegularExpressions;
using ContainerSecurity.Sources;

namespace ContainerSecurity.Misconfiguration.Containers;

/// <summary>Values of a compose file as they are when no variable is set: <c>${NAME:-default}</c> is its default, <c>${NAME}</c> stays as it is.</summary>
internal static partial class ComposeText
{
    public static string Of(LocatedValue? value) => Defaults().Replace(value?.Text ?? "", match => match.Groups["default"].Value);

    /// <summary>A switch that is not known to be off.</summary>
    public static bool IsOn(LocatedValue? value) => Of(value).ToLowerInvariant() is not ("" or "false" or "no" or "off" or "n" or "0");

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*:?-(?<default>[^{}]*)\}")]
    private static partial Regex Defaults();
}
