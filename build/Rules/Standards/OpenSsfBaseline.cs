namespace ContainerSecurity.Rules.Standards;

/// <summary>Open Source Project Security Baseline of the OpenSSF (baseline.openssf.org); most of it is about people and hosting.</summary>
internal static class OpenSsfBaseline
{
    public static Standard Standard { get; } = Standard.Parse("OpenSSF Baseline 2026-02-19", """
        OSPS-AC-01 | second factor for sensitive acts | not: a setting of the hosting
        OSPS-AC-02 | few rights for collaborators | not: a setting of the hosting
        OSPS-AC-03 | protected main branch | not: a setting of the hosting
        OSPS-AC-04 | least rights for pipelines | gate misconfig
        OSPS-BR-01 | untrusted input of pipelines | gate misconfig, gate lint
        OSPS-BR-02 | unique versions | not: releases are made by people
        OSPS-BR-03 | encrypted channels | tree-piped-installs
        OSPS-BR-04 | change log | not: CHANGELOG.md is for people to read
        OSPS-BR-05 | standard tools for dependencies | installed-packages
        OSPS-BR-06 | signatures and hashes of releases | not: the release is not signed yet
        OSPS-BR-07 | secrets kept out of the repository | tree-secrets, secret-file-names, environment-files-git, gate secrets
        OSPS-DO-01 | user guide | not: for people to read
        OSPS-DO-02 | how to report defects | not: for people to read
        OSPS-DO-03 | how to verify a release | not: for people to read
        OSPS-DO-04 | scope of support | not: for people to read
        OSPS-DO-05 | end of security updates | not: for people to read
        OSPS-DO-06 | how dependencies are chosen | not: for people to read
        OSPS-DO-07 | how to build | reproducible
        OSPS-GV-01 | roles | not: for people to read
        OSPS-GV-02 | public discussion | not: a setting of the hosting
        OSPS-GV-03 | contribution guide | not: for people to read
        OSPS-GV-04 | review of rights | not: an act of people
        OSPS-LE-01 | right to commit | not: an act of people
        OSPS-LE-02 | open licence | gate licenses
        OSPS-LE-03 | licence where one looks for it | not: for people to read
        OSPS-QA-01 | public sources | not: a setting of the hosting
        OSPS-QA-02 | dependencies listed | gate sbom
        OSPS-QA-03 | checks before merging | not: a setting of the hosting
        OSPS-QA-04 | all code bases alike | not: there is one
        OSPS-QA-05 | no executables in the repository | not: nothing looks for them yet
        OSPS-QA-06 | automated tests | not: the pipeline runs them
        OSPS-QA-07 | approval of merges | not: a setting of the hosting
        OSPS-SA-01 | design described | not: for people to read
        OSPS-SA-02 | interfaces described | not: for people to read
        OSPS-SA-03 | security assessed | not: for people to read
        OSPS-VM-01 | disclosure policy | not: for people to read
        OSPS-VM-02 | security contacts | not: for people to read
        OSPS-VM-03 | private reports | not: a setting of the hosting
        OSPS-VM-04 | vulnerabilities published | not: an act of people
        OSPS-VM-05 | policy for vulnerable dependencies | gate vulnerabilities
        OSPS-VM-06 | policy for findings in the code | gate lint, gate misconfig
        """);
}
