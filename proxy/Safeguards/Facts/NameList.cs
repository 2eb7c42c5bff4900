using System.Text;

namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>Lists of names as one text: in a native program a third of the space that an array of strings takes, read when first asked for.</summary>
internal static class NameList
{
    /// <param name="names">Separated by blanks and line ends.</param>
    public static string[] Read(ReadOnlySpan<byte> names) =>
        Encoding.UTF8.GetString(names).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <param name="texts">Separated by <c>|</c> and line ends; blanks belong to them.</param>
    public static string[] ReadTexts(ReadOnlySpan<byte> texts) =>
        Encoding.UTF8.GetString(texts).Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
