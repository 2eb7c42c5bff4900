using Cake.Core;
using Cake.Frosting;

namespace Build.Tests.Frosting.Host;

/// <summary>A program's context, with a service of its own.</summary>
public sealed class JournalContext(ICakeContext context, Journal journal) : FrostingContext(context)
{
    public Journal Journal { get; } = journal;
}
