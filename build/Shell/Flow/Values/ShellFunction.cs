using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>A function of a shell, and where it is written.</summary>
internal sealed class ShellFunction(ShellPipeline[] body, TextPlace place)
{
    public ShellPipeline[] Body => body;

    public TextPlace Place => place;
}
