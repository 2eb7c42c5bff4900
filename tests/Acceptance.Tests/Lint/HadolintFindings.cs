using Build.Tests.Gates.Lint;
using ContainerSecurity.Findings;

namespace Acceptance.Tests.Lint;

/// <summary>A Dockerfile and what Hadolint finds in it.</summary>
internal sealed record HadolintFindings(RecordedLint Dockerfile, IReadOnlyCollection<Finding> Findings);
