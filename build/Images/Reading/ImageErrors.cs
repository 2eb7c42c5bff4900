using System.Text.Json;
using ContainerSecurity.Findings;
using ZstdSharp;

namespace ContainerSecurity.Images.Reading;

/// <summary>Turns the exceptions that the readers of tar, gzip and JSON throw for damaged or hostile images into one error for the user.</summary>
internal static class ImageErrors
{
    public static InputException Damaged(string path, string why, Exception? cause = null)
    {
        var message = $"{path} is not an intact image: {Printable(why)}. Save or build the image again.";
        return cause is null ? new InputException(message) : new InputException(message, cause);
    }

    /// <summary>Runs a read and names the part that could not be read.</summary>
    /// <param name="hint">What else it may be, besides damage.</param>
    public static T Translate<T>(string path, string part, Func<T> read, string hint = "")
    {
        try
        {
            return read();
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw Damaged(path, $"{part} cannot be read ({error.Message.TrimEnd('.')}{hint})", error);
        }
    }

    /// <summary>Names come from the image; their control characters must not reach the terminal.</summary>
    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));

    // System.Formats.Tar documents InvalidDataException and IOException, but throws the others for some malformed headers.
    public static bool IsDamage(Exception error) =>
        error is InvalidDataException or IOException or JsonException or FormatException or ArgumentException
            or OverflowException or InvalidOperationException or NotSupportedException or UnauthorizedAccessException or ZstdException;
}
