namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>What runs elsewhere for others: clouds, clusters, databases, and the containers of this machine.</summary>
/// <remarks>In the form that <see cref="CommandPatterns"/> reads.</remarks>
internal static class CloudCommands
{
    public static ReadOnlySpan<byte> All =>
        """
        # infrastructure-destroyed
        terraform|tofu|terragrunt|pulumi|cdk|cdktf|vagrant|sst|copilot|serverless|sls destroy|remove|rm
        terraform|tofu|terragrunt apply; -destroy --destroy -auto-approve --auto-approve
        terraform|tofu state rm|push
        terraform|tofu workspace delete
        kubectl|oc|k3s delete|drain|replace; ; --dry-run
        helm|helmfile uninstall|delete|destroy; ; --dry-run
        aws; delete-* terminate-* deregister-* purge-* remove-* batch-delete* schedule-key-deletion
        aws s3 rb|rm
        aws s3 sync; --delete
        gsutil rm|rb
        s3cmd|mc|rclone del|rb|rm|purge|delete
        gcloud|az|doctl|ibmcloud|oci|hcloud|linode-cli|scw; delete purge destroy remove
        heroku; apps:destroy destroy pg:reset addons:destroy
        fly|flyctl; destroy
        vercel|netlify|railway; remove rm sites:delete down delete
        eksctl|kops|kind|minikube|k3d delete
        virsh destroy|undefine|vol-delete
        lxc|incus delete
        zfs|zpool destroy
        lvremove|vgremove|pvremove
        firebase; firestore:delete hosting:disable projects:delete
        wrangler; delete
        vault delete|destroy|purge
        kafka-topics|kafka-topics.sh; --delete
        rabbitmqctl; reset force_reset delete_vhost
        # publishes
        vercel; --prod deploy
        netlify|wrangler|serverless|sls|cdk|firebase|eb|fly|flyctl|sst|copilot deploy
        gcloud; deploy
        terraform|tofu|terragrunt apply
        pulumi up
        # database-emptied
        dropdb|dropuser
        mysqladmin drop
        redis-cli; FLUSHALL FLUSHDB flushall flushdb
        prisma migrate reset
        npx prisma migrate reset
        rails|rake|bin/rails; db:drop db:reset db:purge db:schema:load
        bundle exec rails|rake; db:drop db:reset db:purge
        php; migrate:fresh migrate:reset db:wipe
        manage.py|django-admin flush|reset_db
        python|python3; flush reset_db
        supabase db reset
        # containers-pruned
        docker|podman|nerdctl system|volume|image|container|builder|network prune
        docker|podman|nerdctl volume rm|remove
        docker buildx prune
        podman system reset
        crictl|ctr rmi|rmp; --all --prune
        """u8;
}
