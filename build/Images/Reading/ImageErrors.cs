using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Reading;

/// <summary>Turns whatever the readers of tar, gzip and JSON throw at hostile bytes into the one error a user understands.</summary>
internal static class ImageErrors
{
    public static InputException Damaged(string path, string why, Exception? cause = null)
    {
        var message = $"{path} is not an intact image: {Printable(why)}. Save or build the image again.";
        return cause is null ? new InputException(message) : new InputException(message, cause);
    }

    /// <summary>Runs a read and names the part that could not be read.</summary>
    public static T Translate<T>(string path, string part, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw Damaged(path, $"{part} cannot be read ({error.Message.TrimEnd('.')})", error);
        }
    }

    /// <summary>Names come out of the image; they must not steer the terminal that shows them.</summary>
    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));

    // System.Formats.Tar documents InvalidDataException and IOException, but lets the others out for some garbled headers.
    private static bool IsDamage(Exception error) =>
        error is InvalidDataException or IOException or JsonException or FormatException or ArgumentException
            or OverflowException or InvalidOperationException or NotSupportedException or UnauthorizedAccessException;
}
