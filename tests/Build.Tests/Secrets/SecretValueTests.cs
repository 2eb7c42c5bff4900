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
    [InlineData("SMTP_PASS: w0nderWall77", Severity.Medium)]
    [InlineData("DB_PWD: w0nderWall77", Severity.Medium)]
    [InlineData("command: redis-server --requirepass w0nder" + "Wall77", Severity.High)]
    [InlineData("command: [redis-server, --requirepass, w0nder" + "Wall77]", Severity.High)]
    [InlineData("command: [\"redis-server\", \"--requirepass\", \"w0nderWall77\"]", Severity.High)]
    [InlineData("URL: amqp://guest:guest@mq", Severity.Low)]
    public void A_password_in_a_compose_file_weighs_by_what_it_is_worth(string line, object severity) =>
        Assert.Equal(severity, Assert.Single(Find("compose.yml", line)).Severity);

    [Theory]
    [InlineData("DB_PASSWORD: ${DB_PASSWORD}")]
    [InlineData("DB_PASSWORD: ${DB_PASSWORD:?set it}")]
    [InlineData("DB_PASSWORD:")]
    [InlineData("DB_PASSWORD: TODO")]
    [InlineData("DB_PASSWORD: paste-the-password")]
    [InlineData("DB_PASSWORD: op://vault/item/field")]
    [InlineData("DB_PASSWORD: vault:secret/data/app#key")]
    [InlineData("DB_PASSWORD: '@Microsoft.KeyVault(SecretUri=https://v.example.org/secrets/a)'")]
    [InlineData("SECRET_ARN: arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-AbCdEf")]
    [InlineData("DB_SECRET: arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-AbCdEf")]
    [InlineData("DB_PASSWORD: `pass show db`")]
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

    public static TheoryData<string, string> NamedValues => new()
    {
        { "conf/application.properties", "spring.datasource.password=" + Made },
        { "conf/application.yml", "spring:\n  datasource:\n    password: correct-horse" },
        { "appsettings.Production.json", "{\"Jwt\": {\"Secret\": \"correct horse battery\"}}" },
        { "a/config.ini", "[db]\npassword = " + Made },
        { "a/config.toml", $"[db]\npassword = \"{Made}\"" },
        { "a/settings.py", $"DATABASES = {{'default': {{'PASSWORD': '{Made}'}}}}" },
        { "a/db.py", $"connect(host='db', password='{Made}')" },
        { "a/deploy.sh", $"DB_PASSWORD='{Made}'" },
        { "a/main.go", $"const apiToken = \"{Made}\"" },
        { "a/main.tf", $"  password = \"{Made}\"" },
        { "a/wp-config.php", $"define('DB_PASSWORD', '{Made}');" },
        { "a/settings.xml", "<server><password>correct-horse</password></server>" },
        { "a/pom.xml", $"<password>{Made}</password>" },
        { "a/nuget.config", "<add key=\"ClearTextPass" + $"word\" value=\"{Made}\" />" },
        { "a/deploy.yaml", $"env:\n- name: DB_PASSWORD\n  value: {Made}" },
        { "a/secret.yaml", $"data:\n  password: {Convert.ToBase64String(Encoding.ASCII.GetBytes(Made))}" },
        { "a/hosts.ini", $"h1 ansible_user=root ansible_password={Made}" },
        { "a/get.txt", $"https://example.org/a?access_token={Made}&x=1" },
        { "a/.docker/config.json", $"{{\"auths\": {{\"r\": {{\"identitytoken\": \"{Made}\"}}}}}}" },
        { "a/.pgpass", $"db.internal:6543:*:app:{Made}" },
        { "a/.npmrc", $"_auth={Made}" },
        { "a/jdbc.properties", $"url=jdbc:postgresql://db/app?user=app&password={Made}" },
        { "a/clone.sh", $"git clone https://{Made}{Made}@git.example.org/r.git" },
        { "Dockerfile", $"RUN yarn config set npmAuthToken {Made}" },
        { "Dockerfile", $"RUN twine upload -u b -p {Made} dist/*" },
        { "Dockerfile", $"RUN dotnet nuget add source https://example.org/i.json -u b -p {Made}" },
        { "Dockerfile", $"RUN useradd -p {Made} app" },
        { "Dockerfile", $"RUN rabbitmqctl add_user app {Made}" },
        { "Dockerfile", $"RUN cargo login {Made}{Made}" },
        { "Dockerfile", $"RUN smbclient //s/x -U b%{Made}" },
        { "Dockerfile", $"RUN mysql -e \"CREATE USER a IDENTIFIED BY '{Made}'\"" },
        { "init.sql", "ALTER USER a WITH PASSWORD 'correct-horse';" },
        { "Dockerfile", $"RUN echo 'db:5432:app:app:{Made}' > /root/.pgpass" },
    };

    /// <summary>As a generator makes one; no form of any token.</summary>
    private static string Made => "q7Zr0bXw" + "9Kt2mPdL";

    [Theory]
    [MemberData(nameof(NamedValues))]
    public void The_name_of_a_value_says_what_it_is_wherever_it_stands(string file, string text) =>
        Assert.Contains(Find(file, text), match => match.Severity >= Severity.Medium);

    [Theory]
    [InlineData("a/app.ts", "export const AUTH_TOKEN = 'auth.token.storage.key.v1';")]
    [InlineData("a/app.ts", "const RESET_PASSWORD = '/auth/resetPassword/step2';")]
    [InlineData("a/app.ts", "enum E { INVALID_PASSWORD = 'INVALID_PASSWORD_ERROR_4001' }")]
    [InlineData("a/list.json", "{\"next_page_token\": \"q7Zr0bXw9Kt2mPdL\", \"csrfToken\": \"q7Zr0bXw9Kt2mPdL\"}")]
    [InlineData("a/Rules.cs", "new(\"sonar-token\", \"SonarQube token\", \"squ_|sqp_|sqa_1\", \"[0-9a-f]{40}\")")]
    [InlineData("a/labels.json", "{\"Secret\": \"LA_kwDOCsUTCM75TTQL\"}")]
    [InlineData("a/secret.yaml", "data:\n  password: cGFzc3dvcmQxMjM=")]
    [InlineData("a/values.yaml", "existingSecret: app-credentials\nsecretKey: password\ntokenSecretName: my-release-token")]
    [InlineData("a/main.tf", "password = var.db_password\nsecret_key = random_password.p1.result\ntoken = data.v.x2.data[\"token\"]")]
    [InlineData("a/App.csproj", "<PublicKeyToken>b03f5f7f11d50a3a</PublicKeyToken>")]
    [InlineData("a/public.env", "DSN=https://9f8e1c2b3a4d5e6f708192a3b4c5d6e7@o1.example.org/2")]
    [InlineData("a/settings.xml", "<password>${env.P}</password>")]
    [InlineData("Dockerfile", "RUN useradd -m -p '*' app")]
    [InlineData("Dockerfile", "RUN mkdir -p /opt/useradd && tar -xpf /a.tar")]
    [InlineData("a/list.txt", "127.0.0.1:5432:5432")]
    public void What_a_name_does_not_make_a_secret_is_not_told(string file, string text) => Assert.Empty(Find(file, text));

    private static List<SecretMatch> Find(string file, string text) =>
        [.. new SecretScanner().Scan(new MemoryStream(Encoding.UTF8.GetBytes(text + "\n")), SecretScopes.Of(file))];
}
