using System.Text.RegularExpressions;

namespace ContainerSecurity.Secrets;

/// <summary>Recognises by its name whether a variable or label contains a secret.</summary>
internal static partial class SecretVariables
{
    public static bool IsSecret(string name) => SecretName().IsMatch(name);

    [GeneratedRegex(
        @"(^|[_.-])((API|ACCESS|PRIVATE|SECRET)[_-]?KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?)([_.-](ID|VALUE|B64|BASE64|\d+))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
