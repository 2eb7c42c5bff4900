using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>The files in which people write what is built: pipelines, Makefiles, scripts, bake files, settings of services that build.</summary>
internal static partial class BuildTexts
{
    private const int MostBytes = BoundedFile.MiB;

    public static bool IsOne(string path) => Name().IsMatch(path);

    /// <returns>Null for a file that is no text, or a very large one.</returns>
    public static string? Read(RepositoryText texts, string path)
    {
        try
        {
            return BoundedFile.Decode(path, texts.ReadBytes(path, MostBytes));
        }
        catch (Exception closed) when (closed is InputException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>By their extension; without one, what is not a Dockerfile itself.</summary>
    [GeneratedRegex(
        @"\.(ya?ml|jsonc?|toml|hcl|mk|make|sh|bash|zsh|ps1|psm1|bat|cmd|py|rb|js|mjs|ts|groovy|gradle|kts|xml|csproj|dcproj|props|targets"
        + @"|cfg|ini|env|just|nix)\z"
        + @"|(^|/)(?!dockerfile|containerfile)\.?[^/.]+\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
