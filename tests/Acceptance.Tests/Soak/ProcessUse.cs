using System.Globalization;

namespace Acceptance.Tests.Soak;

/// <summary>What a process takes of the machine at one moment.</summary>
/// <param name="Kilobytes">Memory without what it maps of files.</param>
internal sealed record ProcessUse(int Kilobytes, int Handles)
{
    public static ProcessUse Of(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        var kilobytes = int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
        return new ProcessUse(kilobytes, Directory.GetFiles($"/proc/{process}/fd").Length);
    }
}
