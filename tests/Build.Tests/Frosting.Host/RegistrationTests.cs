using Cake.Core;
using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;

namespace Build.Tests.Frosting.Host;

public sealed class RegistrationTests
{
    [Fact]
    public void A_startup_class_and_a_module_register_services()
    {
        var run = HostRun.Of([typeof(Greet)], host => host.UseStartup<Startup>().UseModule<Module>(), "--target=Greet");

        Assert.Equal(["from a startup", "from a module"], run.Happened);
    }

    [Fact]
    public void A_tool_is_installed_before_the_first_task()
    {
        var run = HostRun.Of(
            [typeof(UseTheTool)],
            host => host.UsePackageInstaller<Installer>().InstallTool(new Uri("drawer:?package=hammer")),
            "--target=UseTheTool");

        Assert.Equal(["installed hammer", "UseTheTool"], run.Happened);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_tool_that_no_installer_knows_is_an_error()
    {
        var run = HostRun.Of([typeof(UseTheTool)], host => host.InstallTool(new Uri("drawer:?package=hammer")), "--target=UseTheTool");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Happened);
        Assert.Contains("drawer", run.Seen, StringComparison.Ordinal);
    }

    private sealed record Greeting(string Text);

    private sealed record Reply(string Text);

    private sealed class Greet(Greeting greeting, Reply reply, Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            journal.Add(greeting.Text);
            journal.Add(reply.Text);
        }
    }

    private sealed class Startup : IFrostingStartup
    {
        public void Configure(IServiceCollection services) => services.AddSingleton(new Greeting("from a startup"));
    }

    private sealed class Module : ICakeModule
    {
        public void Register(ICakeContainerRegistrar registrar) => registrar.RegisterInstance(new Reply("from a module"));
    }

    private sealed class UseTheTool(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add("UseTheTool");
    }

    private sealed class Installer(Journal journal, IFileSystem fileSystem) : IPackageInstaller
    {
        public bool CanInstall(PackageReference package, PackageType type) => package.Scheme == "drawer";

        public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path)
        {
            journal.Add($"installed {package.Package}");
            return [fileSystem.GetFile("/drawer/hammer")];
        }
    }
}
