using Cake.Frosting;

namespace ContainerSecurity.Tasks;

/// <summary>What runs without <c>--target</c>.</summary>
[TaskName("Default")]
[TaskDescription("The same as Scan")]
[IsDependentOn(typeof(ScanTask))]
public sealed class DefaultTask : FrostingTask<BuildContext>;
