using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace Build.Tests.Secrets;

public class SecretValueTests
{
    [Theory]
    [InlineData("DB_PASSWORD: correct-horse-battery", Severity.Medium)]
    [InlineData("- DB_PASSWORD=correct-horse-battery", Severity.Medium)]
    [InlineData("dbPassword: \"correct horse battery\"", Severity.Medium)]
    [InlineData("JWT_SECRET: '8f3Kq29xLm'", Severity.Medium)]
    [InlineData("MYSQL_ROOT_PASSWORD: ${MYSQL_ROOT_PASSWORD:-w0nderWall77}", Severity.Medium)]
    [InlineData("DATABASE_URL: mysql:/" + "/app:w0nderWall77@db/app", Severity.High)]
    [InlineData("POSTGRES_PASSWORD: postgres", Severity.Low)]
    [InlineData("POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-postgres}", Severity.Low)]
    [InlineData("MINIO_SECRET_KEY: minioadmin", Severity.Low)]
    [InlineData("REDIS_PASSWORD: changeme", Severity.Low)]
    [InlineData("PASSWORD: admin123", Severity.Low)]
    [InlineData("URL: amqp://guest:guest@mq", Severity.Low)]
    public void A_password_in_a_compose_file_weighs_by_what_it_is_worth(string line, object severity) =>
        Assert.Equal(severity, Assert.Single(Find("compose.yml", line)).Severity);

    [Theory]
    [InlineData("DB_PASSWORD: ${DB_PASSWORD}")]
    [InlineData("DB_PASSWORD: ${DB_PASSWORD:?set it}")]
    [InlineData("DB_PASSWORD:")]
    [InlineData("DB_PASSWORD: \"\"")]
    [InlineData("DB_PASSWORD_FILE: /run/secrets/db")]
    [InlineData("DB_PASSWORD: /run/secrets/db")]
    [InlineData("DB_PASSWORD: <password>")]
    [InlineData("DB_PASSWORD: your-password-here")]
    [InlineData("DB_PASSWORD: \"{{ password }}\"")]
    [InlineData("DB_PASSWORD: xxxxxxxx")]
    [InlineData("DB_PASSWORD: '********'")]
    [InlineData("MAX_TOKENS: 4096")]
    [InlineData("TOKEN_ENDPOINT: https://id.example.org/token")]
    [InlineData("USE_TOKEN: true")]
    [InlineData("secrets: [db_password]")]
    [InlineData("id-token: write")]
    [InlineData("secrets: inherit")]
    [InlineData("github-token: ${{ secrets.GITHUB_TOKEN }}")]
    [InlineData("password: ${{ secrets.PASSWORD }}")]
    [InlineData("PASSWORD: !reset null")]
    [InlineData("PUBLIC_KEY: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKd8Xw0pZr3lQ9xv7m2e")]
    [InlineData("URL: postgres://app:${PW}@db/app")]
    [InlineData("URL: http://proxy.example.org:8080/a@b")]
    public void What_is_none_in_a_compose_file_is_not_told(string line) => Assert.Empty(Find("compose.yml", line));

    [Theory]
    [InlineData("docs/setup.md", "curl -u admin:admin http://localhost")]
    [InlineData("docs/setup.md", "postgres://user:password@localhost/db")]
    [InlineData("src/app.py", "password = getpass.getpass()")]
    [InlineData("src/app.py", "token = os.environ[\"TOKEN\"]")]
    [InlineData("src/app.ts", "const secret: string = config.secret;")]
    [InlineData("test/fixture.py", "url = f\"postgres://{user}:{password}@{host}/db\"")]
    [InlineData("locales/de.json", "{\"password\": \"Kennwort\", \"token\": \"Zeichen\"}")]
    [InlineData("src/a.css", ".sk-ThreeBounceLoadingSpinnerContainerElement{}")]
    [InlineData("a/requirements.txt", "cryptography==41.0.0 --hash=sha256:8f3c1f0f3a9e5b7d2c4e6a8b0d1f3e5a7c9b1d3f5e7a9c1b3d5f7e9a1c3b5d7f")]
    [InlineData(".env.example", "API_TOKEN=some-value-1\nDB_PASSWORD=secretvalue9")]
    [InlineData("prod.env", "API_TOKEN=\nDB_PASSWORD=$OTHER\nSECRET_REF=e32ebefe-fbc9-3856-4879-19117c641cfc")]
    public void What_only_looks_like_one_in_other_files_is_not_told(string file, string text) => Assert.Empty(Find(file, text));

    private static List<SecretMatch> Find(string file, string text) =>
        [.. new SecretScanner().Scan(new MemoryStream(Encoding.UTF8.GetBytes(text + "\n")), SecretScopes.Of(file))];
}
