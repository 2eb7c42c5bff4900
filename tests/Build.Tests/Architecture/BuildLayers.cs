using Tests.Shared.Architecture;

namespace Build.Tests.Architecture;

/// <summary>The layers of the container security suite, from top to bottom.</summary>
internal static class BuildLayers
{
    public static LayerOrder Order { get; } = new(
        "build",
        [
            [new("Tasks", "One file for each target: options to gate or tool to state.")],
            [new("Tasks/Runs", "What targets have in common: gates, containers, second builds, tests.")],
            [new(".", "The program, and what one run shares.")],
            [new("Frosting.Host", "The stand-in for the package Cake.Frosting, a project of its own.")],
            [new("Frosting.Host/Internal", "How the stand-in orders and runs tasks.")],
            [
                new("Frosting.Host/Lifetime", "What runs before and after tasks."),
                new("Frosting.Host/Tasks", "What a task is, and the attributes that describe it."),
            ],
            [new("Frosting.Host/Context", "What a task is given.")],
            [new("Gates/Policy/Drafting", "A first policy from what an image has.")],
            [
                new("Gates/Lint", "Dockerfiles and commands by the rules of Hadolint, of Docker and of our own."),
                new("Gates/Misconfiguration", "Compose files, devcontainers, workflows and Dockerfiles that ask for too much."),
                new("Gates/Secrets", "Keys and passwords in the checkout and in the image."),
                new("Gates/Vulnerabilities", "Known vulnerabilities of what is in the image."),
                new("Gates/Sbom", "The bill of materials against the binary, the image and the scanner."),
                new("Gates/Licenses", "The licences of what is in the image."),
                new("Gates/Policy", "Every claim of SECURITY.md, proven on the checkout and the image."),
            ],
            [new("Gates/Policy/Proving", "Whether the checks of claims see what is planted for them.")],
            [new("Gates/Policy/Facts", "What claims are proven on, read from the checkout.")],
            [new("Gates/Evidence", "What several gates judge, collected once.")],
            [new("Gates", "What a gate is, what it is given, and which exceptions hold.")],
            [new("Gates/Inputs", "Which files of the checkout are judged, read; and which are not, and why.")],
            [new("Options", "What the user asked for, read once.")],
            [new("Rules/Docker", "Docker's build checks, one file each.")],
            [
                new("Rules/Hadolint", "Hadolint's rules, one file each."),
                new("Rules/Dockerfiles", "Our own rules for Dockerfiles and commands, one file each."),
                new("Rules/Containers", "Our own rules for what containers ask of the engine, one file each."),
                new("Rules/Workflows", "Our own rules for workflows and actions, one file each."),
                new("Rules/Claims", "The claims of SECURITY.md, one file each."),
                new("Rules/Standards", "What public standards ask for, and which checks speak to it."),
                new("Rules/Images", "What images must and must not have, one file each."),
            ],
            [new("Rules/Images/Facts", "What rules for images compare with: parts of the policy, names, dependencies of packages.")],
            [
                new("Rules/Claims/Facts", "What claims are proven on."),
                new("Rules/Workflows/Facts", "Who chooses the values of a workflow's expressions, and what its steps do."),
                new("Rules/Hadolint/Facts", "What Hadolint remembers of stages, and knows of programs.")
            ],
            [new("Rules", "What a rule is.")],
            [new("Rules/Facts", "What rules look at.")],
            [
                new("Releasing/Writing", "A release's folder: what is released, what describes it, what is said of it."),
                new("Releasing/Checking", "Whether a downloaded release is what it says, without network.")
            ],
            [new("Releasing/Statements", "What is said of a release, in statements that other verifiers read.")],
            [new("Releasing", "What a release consists of.")],
            [new("Releasing/Signing", "Signatures and their keys.")],
            [new("Reports/LintFormats", "The lint gate's findings as Hadolint prints them.")],
            [new("Reports", "One record of a run, rendered for people and programs.")],
            [new("Reports/Records", "The record as scan.json, written and read by one definition.")],
            [new("Reports/Words", "What reports call verdicts, places and both sides of a claim.")],
            [new("Packaging/Rebuilding", "Whether others get the same bits of the same sources.")],
            [new("Probing", "What the released image and the isolated devcontainer do when they run.")],
            [new("Packaging", "What this project releases: the compiled proxy and its image.")],
            [new("Packaging/Sysroots", "What a machine of another architecture links with.")],
            [new("Packaging/Inventory", "What is linked into the proxy, and where it came from.")],
            [
                new("Tools/Hadolint", "Running Hadolint."),
                new("Tools/ShellCheck", "Running ShellCheck."),
                new("Tools/Trivy/Database", "The vulnerability database: where it is, how old, and how it is fetched."),
                new("Tools/Engines", "Running Docker, Podman and Buildah."),
                new("Tools/Dotnet", "Running dotnet."),
                new("Tools/Acquisition/Updates", "Which newer releases of pinned tools there are."),
            ],
            [new("Tools/Trivy", "Running Trivy."), new("Tools/Acquisition", "From tools.lock.json to a verified program in the cache.")],
            [new("Tools", "Where a pinned tool is asked for.")],
            [
                new("Images/Comparing", "How two images differ."),
                new("Images/Contents", "The files that an image shows."),
                new("Images/Writing", "Images to disk.")
            ],
            [
                new("Images/Building", "From a Dockerfile's stage to an image, without an engine."),
                new("Images/Reading", "Images from disk, verified."),
                new("Images/Known", "What some files say of the image that holds them: packages, accounts, certificates.")
            ],
            [new("Images/Oci", "The documents of the OCI image specification.")],
            [new("Images", "What an image is."), new("Images/Elf", "What an ELF program says of itself.")],
            [new("Formats/ConfigurationFiles", "Compose files, devcontainers, workflows and actions: which files they are, what they ask and run.")],
            [
                new("Formats/Compose", "Compose files."),
                new("Formats/DevContainers", "devcontainer.json."),
                new("Formats/Workflows", "Workflows and actions of GitHub."),
                new("Formats/Hadolint", "hadolint.yaml."),
                new("Formats/Sbom", "Bills of materials (CycloneDX, SPDX)."),
                new("Formats/InToto", "Statements about artifacts and their signed envelopes (in-toto, DSSE)."),
                new("Formats/Vex", "Statements about vulnerabilities (OpenVEX, CycloneDX)."),
                new("Formats/SecurityPolicy", "SECURITY.md."),
                new("Formats/ReleasePolicies", "What a project promises in figures and lists."),
                new("Formats/TrivyIgnore", ".trivyignore.yaml."),
                new("Formats/Dockerfiles/Parsing", "From text to instructions."),
                new("Formats/Dockerfiles/Stages", "Stages as a build goes through them: bases, variables, steps."),
            ],
            [
                new("Formats/Containers", "What is asked of a container engine, whatever the file."),
                new("Formats/Scripts", "Commands that a file runs, and where they stand."),
                new("Formats/Dockerfiles", "Dockerfiles: instructions, and what is named in them."),
                new("Formats/Dockerfiles/Words", "Words of a Dockerfile: quotes, escapes, variables."),
                new("Formats/Workflows/Expressions", "Expressions of GitHub Actions, taken apart."),
            ],
            [new("Formats", "JSON and YAML whose values know their lines.")],
            [new("Secrets", "What a secret looks like.")],
            [new("Checkout", "The files of the repository: which there are, read bounded, written whole.")],
            [new("Checkout/Ignoring", "Patterns of ignore files.")],
            [new("Checkout/Globs", "Patterns of paths, in the dialects of git, Docker and Trivy.")],
            [new("Processes", "Running programs: command, environment, time limit, result.")],
            [new("Findings", "Finding, severity, verdict: plain records.")],
            [new("Shell/Flow", "What commands bring from the network, and where it goes.")],
            [
                new("Shell/Flow/Values", "What is known of texts and files, and on which way through a script."),
                new("Shell/Flow/Texts", "What code, lists of digests and modes say."),
            ],
            [new("Shell/PowerShell", "PowerShell text, and what it fetches and runs.")],
            [new("Shell/Programs", "What a command of a shell text really runs, and what is wrong with it.")],
            [new("Shell/Programs/Table", "Every program that is known: how its command line is read and what it does.")],
            [new("Shell", "Shell text, taken apart; a project of its own without dependencies.")],
            [new("Shell/Parsing", "The grammar of the shell.")],
            [new("Shell/Syntax", "The parts of a shell text.")],
        ]);
}
