using System.Reflection;
using Cake.Cli;
using Cake.Core;

namespace Cake.Frosting.Internal;

/// <summary>The program's version and its engine's; Cake's own resolver finds neither in a program with another name.</summary>
internal sealed class ProgramVersion : IVersionResolver
{
    public string GetVersion() => VersionOf(Assembly.GetEntryAssembly());

    public string GetProductVersion() => $"{GetVersion()} on Cake {VersionOf(typeof(ICakeEngine).Assembly)}";

    private static string VersionOf(Assembly? assembly) => assembly?.GetName().Version?.ToString(3) ?? "unknown";
}
