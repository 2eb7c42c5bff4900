using System.Text.RegularExpressions;

namespace ContainerSecurity.Secrets;

/// <summary>Judges values that only their name or place makes a secret. One test for every source.</summary>
internal static partial class SecretValue
{
    public static SecretWorth Judge(ReadOnlySpan<char> value) =>
        value.IsEmpty || NoSecret().IsMatch(value) || NamesAnother().IsMatch(value) ? SecretWorth.Nothing
        : Guessable().IsMatch(value) ? SecretWorth.Guessable
        : Placeholder.IsPassword(value) ? SecretWorth.Nothing
        : Placeholder.IsTame(value) ? SecretWorth.Guessable
        : SecretShape.LooksRandom(value) ? SecretWorth.Random
        : SecretWorth.Chosen;

    /// <summary>Paths, addresses, switches, kinds of values, and small numbers, such as the count of tokens.</summary>
    [GeneratedRegex(
        """
        \A(?:
            (?:/|\./|\.\./|~/|file:|https?://|[A-Za-z]:\\).* | (?:op|bw|pass|vault|aws-sm|gcp-secret|secretref|akv|awssm|ref\+[a-z]+)://.*
            | (?:vault|ssm|arn|secretsmanager|secretref|keyvault|sm|op|env):[^\s]+ | [0-9]{1,5} | [0-9]*\.[0-9]+
            | true | false | yes | no | on | off | none | null | nil | undefined | void | inherit | required | optional | disabled? | enabled?
            | read | write | todo | fixme | tbd | n/?a
            | string | str | bool | boolean | int | integer | number | object | array | bytes | any | auto | empty | env
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex NoSecret();

    /// <summary>A piece of a program that gets the value elsewhere: <c>os.environ["X"]</c>, <c>getpass()</c>, <c>secrets.X</c>.</summary>
    [GeneratedRegex(
        @"\A[A-Za-z_][\w.]*\(|\A@Microsoft\.KeyVault|\A`|\AENC\[|\A[&*!|>]"
        + @"|\A(?:process\.env|os\.(?:environ|getenv)|env|secrets?|vars?|config|settings|self|this|inputs|github)\.")]
    private static partial Regex NamesAnother();

    [GeneratedRegex(
        """
        \A(?:
            (?:my|db|the|root|admin|test|super|user|app|dev|local|default|postgres|mysql|redis|rabbit|mongo|guest|dummy|some|your)?[-_.]?
            (?:secret|pass|passwd|password|passw0rd|p[a@][s$]{2}w[o0]rd|pwd|pw|token|key|apikey)[-_.]?[0-9!]{0,6}
            | (?:admin|administrator|root|toor|user|username|guest|postgres|postgresql|pgadmin|mysql|mariadb|mongo|mongodb|redis|rabbit|
                rabbitmq|elastic|kibana|minio|minioadmin|grafana|keycloak|nextcloud|wordpress|drupal|joomla|odoo|gitea|gogs|jenkins|nexus|
                sonar|sonarqube|airflow|superset|clickhouse|influx|influxdb|neo4j|cassandra|oracle|sa|tiger|scott|docker|vagrant|ubuntu|
                debian|pi|raspberry|ansible|hello|welcome|letmein|qwerty|foo|bar|baz|foobar|test|tests|testing|tester|demo|example|sample|
                dev|develop|development|local|localhost|app|api|web|db|database|default|changeme|change[-_]me|changeit|change[-_]this|
                changethis|secret|secrets|dummy|fake|none|temp|tmp|p|u|x|a|b|pass|word|sql|server|service|client|owner|postgrespassword|
                dbpass|dbuser|ci|build|runner|monkey|dragon|iloveyou|sunshine)[-_.@!#]?[0-9]{0,6}[!@#]?
            | 1234[0-9]{0,6} | 0{1,12} | 1{1,12} | (?:a1b2c3|1q2w3e|zaq12wsx)[a-z0-9]{0,6}
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Guessable();
}
