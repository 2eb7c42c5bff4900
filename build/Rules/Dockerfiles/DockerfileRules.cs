using System.Collections.Immutable;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>Every rule that Hadolint and Docker lack, in the order of ids. A test finds the rule that is missing here.</summary>
internal static class DockerfileRules
{
    public static ImmutableArray<Rule<CommandSource>> All { get; } =
    [
        PipedInstall.Rule,
        UncheckedDownload.Rule,
        ImageWithoutDigest.Rule,
        UnlistedPort.Rule,
        UnlistedPackage.Rule,
        UncheckedAdd.Rule,
        SecretInInstruction.Rule,
        PrivilegedStep.Rule,
        WorldWritable.Rule,
        CopiedSecretFile.Rule,
        UncheckedCertificate.Rule,
        UncheckedSignature.Rule,
        TrustedPythonHost.Rule,
        InstallScriptsAsRoot.Rule,
        UnpinnedCode.Rule,
        SudoWithoutPassword.Rule,
        DigestOfSameOrigin.Rule,
    ];
}
