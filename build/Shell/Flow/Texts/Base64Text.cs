using System.Text;

namespace ContainerSecurity.Shell.Flow.Texts;

/// <summary>Text that a script holds in base64, so that nobody reads what it says.</summary>
internal static class Base64Text
{
    /// <returns>Empty for what is no base64.</returns>
    public static string Decode(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
