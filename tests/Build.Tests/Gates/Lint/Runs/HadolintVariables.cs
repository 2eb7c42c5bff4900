using System.Collections.Frozen;

namespace Build.Tests.Gates.Lint.Runs;

/// <summary>Every variable that Hadolint 2.15.1 reads, each with a value that would let a bad Dockerfile through or add findings.</summary>
internal static class HadolintVariables
{
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["HADOLINT_NOFAIL"] = "1",
        ["HADOLINT_VERBOSE"] = "1",
        ["HADOLINT_FORMAT"] = "codacy",
        ["HADOLINT_FAILURE_THRESHOLD"] = "error",
        ["HADOLINT_OVERRIDE_ERROR"] = "DL3006",
        ["HADOLINT_OVERRIDE_WARNING"] = "DL3004",
        ["HADOLINT_OVERRIDE_INFO"] = "DL4000",
        ["HADOLINT_OVERRIDE_STYLE"] = "DL3008",
        ["HADOLINT_IGNORE"] = "DL3004,DL3006,DL4000",
        ["HADOLINT_STRICT_LABELS"] = "1",
        ["HADOLINT_REQUIRE_LABELS"] = "owner:text",
        ["HADOLINT_DISABLE_IGNORE_PRAGMA"] = "1",
        ["HADOLINT_TRUSTED_REGISTRIES"] = "registry.example.com",
        ["NO_COLOR"] = "1",
    }.ToFrozenDictionary();
}
