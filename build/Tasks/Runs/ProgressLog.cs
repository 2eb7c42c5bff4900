using System.Collections.Concurrent;
using Cake.Common.Diagnostics;
using ContainerSecurity.Tools.Acquisition;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>Logs the progress of a download at every ten per cent.</summary>
internal sealed class ProgressLog(BuildContext context) : IProgress<DownloadProgress>
{
    private readonly ConcurrentDictionary<string, long> _shown = new();

    public void Report(DownloadProgress value)
    {
        if (value.Total is not > 0)
            return;

        var tenth = value.Received * 10 / value.Total.Value;
        if (tenth > _shown.GetValueOrDefault(value.FileName, -1))
        {
            _shown[value.FileName] = tenth;
            context.Information("{0}: {1} % of {2:0.0} MiB", value.FileName, tenth * 10, value.Total.Value / 1048576.0);
        }
    }
}
