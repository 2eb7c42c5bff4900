using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>What <c>tools.lock.json</c> pins: each tool by version, and by digest for each platform and source.</summary>
internal sealed record ToolsLock(ImmutableSortedDictionary<string, LockedTool> Tools)
{
    /// <exception cref="InputException">
    /// The file is missing, is not JSON of this form, or has an invalid value; the message names entry and field.
    /// </exception>
    public static ToolsLock Load(string path)
    {
        var locked = Read(path);
        return ToolsLockValidator.Validate(locked).FirstOrDefault() is { } problem ? throw Bad(path, problem) : locked;
    }

    private static ToolsLock Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ToolsLock>(BoundedFile.ReadText(path, path), LockJson.Settings) ?? throw Bad(path, "it holds null");
        }
        catch (JsonException bad)
        {
            // The serializer appends the path and a line counted from zero; this message has both in a better form.
            var problem = bad.Message.Split(" Path: ")[0];
            throw Bad(path, bad.LineNumber is { } line ? $"line {line + 1}, {bad.Path}: {problem}" : problem, bad);
        }
        catch (NotSupportedException bad)
        {
            throw Bad(path, $"a source does not begin with its kind, \"from\": \"github-release\" or \"npm\" ({bad.Message})", bad);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            throw Bad(path, bad.Message, bad);
        }
    }

    private static InputException Bad(string path, string problem, Exception? cause = null)
    {
        var message = $"{path} cannot be used: {problem}\nCorrect it, or restore the file from the last release; only pinned tools are used.";
        return cause is null ? new InputException(message) : new InputException(message, cause);
    }
}

/// <summary>One tool: the version its entry is named after, and for each platform its sources, best first.</summary>
internal sealed record LockedTool(string Version, ImmutableSortedDictionary<string, ImmutableArray<ToolOrigin>> Platforms);
