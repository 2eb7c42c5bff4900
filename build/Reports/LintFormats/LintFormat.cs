namespace ContainerSecurity.Reports.LintFormats;

/// <summary>The output formats of Hadolint that the lint gate can print.</summary>
public enum LintFormat
{
    Tty,
    Json,
    Sarif,
    Checkstyle,
    Codeclimate,
    GitlabCodeclimate,
    Gnu,
    Sonarqube,
    Junit,
}
