using System.Text.Json;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Acquisition;
using Proxy.Tests.Documentation.WireNames;
using Xunit.Abstractions;

namespace Acceptance.Tests.Sdk;

/// <summary>
/// The names in the types of the official clients: those of the pinned ones are all in the table of <c>docs/proxy.md</c>, and what the newest have
/// beyond it is a warning.
/// </summary>
public sealed class WireNamesTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] Clients = ["@anthropic-ai/sdk", "openai"];

    private readonly string _folder = Directory.CreateTempSubdirectory("names-").FullName;

    [SkippableFact]
    public async Task The_list_of_names_is_that_of_the_pinned_clients_and_each_has_a_row()
    {
        var npm = await CreateAsync();
        await npm.NodeAsync("names.js");

        var names = WireNameTable.ParseNames(await File.ReadAllTextAsync(npm.PathOf("names.json")));

        Assert.Equivalent(WireNameTable.ReadNames(Repository.Paths.Root), names, strict: true);
        Assert.Empty(WireNameTable.WithoutRow(names, WireNameTable.ReadAll(Repository.Paths.Root)));
    }

    [SkippableFact]
    public async Task Names_of_the_newest_clients_without_a_row_are_warned_of()
    {
        NpmFolder npm;
        try
        {
            npm = await CreateAsync();
            await npm.InstallAsync([.. Clients.Select(client => $"{client}@latest")]);
            await npm.NodeAsync("names.js");
        }
        catch (ToolFailedException failed)
        {
            output.WriteLine($"warning: the newest official clients were not looked at, npm gave none: {NpmFailure.Summarize(failed.Message)}");
            return;
        }

        var names = WireNameTable.ParseNames(await File.ReadAllTextAsync(npm.PathOf("names.json")));
        var news = WireNameTable.WithoutRow(names, WireNameTable.ReadAll(Repository.Paths.Root)).ToList();
        var versions = string.Join(" and ", Clients.Select(client => $"{client} {VersionOf(npm, client)}"));
        output.WriteLine(news.Count == 0
            ? $"{versions}: every name has a row"
            : $"warning: {versions} have {news.Count} names without a row in docs/proxy.md: {string.Join(", ", news.Take(20))}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<NpmFolder> CreateAsync() => NpmFolder.CreateAsync(Path.Combine(Repository.Paths.Root, "tests/Proxy.Tests/Schemas"), _folder);

    private static string VersionOf(NpmFolder npm, string client)
    {
        using var package = JsonDocument.Parse(File.ReadAllText(npm.PathOf($"node_modules/{client}/package.json")));
        return package.RootElement.GetProperty("version").GetString()!;
    }
}
