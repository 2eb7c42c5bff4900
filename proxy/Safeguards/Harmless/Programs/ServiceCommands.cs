namespace ClaudeCodeProxy.Safeguards.Harmless.Programs;

/// <summary>Commands of programs that do everything, and with these words only tell of themselves or of what runs.</summary>
/// <remarks>In the form that <see cref="ReadingPrograms"/> reads.</remarks>
internal static class ServiceCommands
{
    // Not the versions of those whose version a file of the project chooses, with the program itself: cargo, dotnet, yarn.
    public static ReadOnlySpan<byte> All =>
        """
        @Containers
         -aqlsn -f= all quiet latest size no-trunc filter= format= last= tail= timestamps since= until= digests details
        docker ps|images|logs|info|top|port: Texts
         @Containers
        docker compose ps|ls|images|logs|top|port|version: Texts
         @Containers
        podman ps|images|logs: Texts
         @Containers
        @Packages
         -ag all depth= global json long parseable omit= prod outdated
        npm ls|list|root|prefix: Texts
         @Packages
        pip|pip3 list|show: Texts
         @Packages
        kubectl get|logs|top: Texts
         -A -nl= all-namespaces namespace= selector= show-labels no-headers sort-by= tail= context=
        gh pr|issue|run|repo|release list|view: Texts
         -asLA= limit= state= author= assignee= label= json= comments log log-failed branch= workflow=
        gh pr diff|checks|status: Texts
         name-only color=
        node|npm|ruby|perl -v|--version: Nothing
        python|python3 -V|--version: Nothing
        pip|pip3|gcc|g++|clang|make|cmake|docker|curl|bash|terraform|aws|gh|psql|sqlite3|podman|tar|deno|bun|swift --version: Nothing
        java|javac -version: Nothing
        java --version: Nothing
        go|docker|kubectl|helm|terraform|openssl version: Nothing
        go env: Nothing
        """u8;
}
