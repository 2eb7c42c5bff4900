using Acceptance.Tests.Sdk;

namespace Acceptance.Tests.Reports;

/// <summary>What others judge reports with, installed once.</summary>
public sealed class ReportTools : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report-tools-").FullName;
    private NpmFolder? _npm;

    public string Axe => _npm!.PathOf("node_modules/axe-core/axe.min.js");

    public string SarifMultitool => _npm!.PathOf("node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>No script of a package is run, so what it would make executable is made so here.</summary>
    public async Task InitializeAsync()
    {
        _npm = await NpmFolder.CreateAsync(Path.Combine(AppContext.BaseDirectory, "Reports", "Tools"), _folder);
        File.SetUnixFileMode(SarifMultitool, File.GetUnixFileMode(SarifMultitool) | UnixFileMode.UserExecute);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
