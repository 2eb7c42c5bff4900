namespace ContainerSecurity.Formats.Hadolint;

/// <summary>What <c>label-schema</c> can ask of a label.</summary>
internal enum LabelType
{
    Text,
    Url,
    SemVer,
    Hash,
    Rfc3339,
    Spdx,
    Email,
}
