namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>What runs elsewhere for others: clouds, clusters, databases, and the containers of this machine.</summary>
internal static class CloudCommands
{
    public static CommandPattern[] All { get; } =
    [
        new(FlagRules.Destroys, "terraform|tofu|terragrunt|pulumi|cdk|cdktf|vagrant|sst|copilot|serverless|sls destroy|remove|rm"),
        new(FlagRules.Destroys, "terraform|tofu|terragrunt apply", "-destroy --destroy -auto-approve --auto-approve"),
        new(FlagRules.Destroys, "terraform|tofu state rm|push"),
        new(FlagRules.Destroys, "terraform|tofu workspace delete"),
        new(FlagRules.Destroys, "kubectl|oc|k3s delete|drain|replace", "", "--dry-run"),
        new(FlagRules.Destroys, "helm|helmfile uninstall|delete|destroy", "", "--dry-run"),
        new(FlagRules.Destroys, "aws", "delete-* terminate-* deregister-* purge-* remove-* batch-delete* schedule-key-deletion"),
        new(FlagRules.Destroys, "aws s3 rb|rm"),
        new(FlagRules.Destroys, "aws s3 sync", "--delete"),
        new(FlagRules.Destroys, "gsutil rm|rb"),
        new(FlagRules.Destroys, "s3cmd|mc|rclone del|rb|rm|purge|delete"),
        new(FlagRules.Destroys, "gcloud|az|doctl|ibmcloud|oci|hcloud|linode-cli|scw", "delete purge destroy remove"),
        new(FlagRules.Destroys, "heroku", "apps:destroy destroy pg:reset addons:destroy"),
        new(FlagRules.Destroys, "fly|flyctl", "destroy"),
        new(FlagRules.Destroys, "vercel|netlify|railway", "remove rm sites:delete down delete"),
        new(FlagRules.Destroys, "eksctl|kops|kind|minikube|k3d delete"),
        new(FlagRules.Destroys, "virsh destroy|undefine|vol-delete"),
        new(FlagRules.Destroys, "lxc|incus delete"),
        new(FlagRules.Destroys, "zfs|zpool destroy"),
        new(FlagRules.Destroys, "lvremove|vgremove|pvremove"),
        new(FlagRules.Destroys, "firebase", "firestore:delete hosting:disable projects:delete"),
        new(FlagRules.Destroys, "wrangler", "delete"),
        new(FlagRules.Destroys, "vault delete|destroy|purge"),
        new(FlagRules.Destroys, "kafka-topics|kafka-topics.sh", "--delete"),
        new(FlagRules.Destroys, "rabbitmqctl", "reset force_reset delete_vhost"),

        new(FlagRules.Publishes, "vercel", "--prod deploy"),
        new(FlagRules.Publishes, "netlify|wrangler|serverless|sls|cdk|firebase|eb|fly|flyctl|sst|copilot deploy"),
        new(FlagRules.Publishes, "gcloud", "deploy"),
        new(FlagRules.Publishes, "terraform|tofu|terragrunt apply"),
        new(FlagRules.Publishes, "pulumi up"),

        new(FlagRules.Database, "dropdb|dropuser"),
        new(FlagRules.Database, "mysqladmin drop"),
        new(FlagRules.Database, "redis-cli", "FLUSHALL FLUSHDB flushall flushdb"),
        new(FlagRules.Database, "prisma migrate reset"),
        new(FlagRules.Database, "npx prisma migrate reset"),
        new(FlagRules.Database, "rails|rake|bin/rails", "db:drop db:reset db:purge db:schema:load"),
        new(FlagRules.Database, "bundle exec rails|rake", "db:drop db:reset db:purge"),
        new(FlagRules.Database, "php", "migrate:fresh migrate:reset db:wipe"),
        new(FlagRules.Database, "manage.py|django-admin flush|reset_db"),
        new(FlagRules.Database, "python|python3", "flush reset_db"),
        new(FlagRules.Database, "supabase db reset"),

        new(FlagRules.Containers, "docker|podman|nerdctl system|volume|image|container|builder|network prune"),
        new(FlagRules.Containers, "docker|podman|nerdctl volume rm|remove"),
        new(FlagRules.Containers, "docker buildx prune"),
        new(FlagRules.Containers, "podman system reset"),
        new(FlagRules.Containers, "crictl|ctr rmi|rmp", "--all --prune"),
    ];
}
