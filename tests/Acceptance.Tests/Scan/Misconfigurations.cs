namespace Acceptance.Tests.Scan;

/// <summary>Files that break every own rule of <c>misconfig</c> once, and the same files when they do not.</summary>
internal static class Misconfigurations
{
    public const string Compose = "deploy/compose.yaml";
    public const string Broken = "deploy/compose.broken.yaml";
    public const string Container = "deploy/.devcontainer/devcontainer.json";
    public const string Workflow = ".github/workflows/release.yml";
    public const string Dockerfile = "deploy/Dockerfile";

    public static readonly (string File, string Text)[] Planted =
    [
        (Compose, """
            services:
              app:
                privileged: true
                pid: host
                cap_add: [SYS_ADMIN]
                security_opt:
                  - seccomp:unconfined
                devices:
                  - /dev/kvm
                ports:
                  - 8080:80
                volumes:
                  - /var/run/docker.sock:/var/run/docker.sock
                  - /etc:/host/etc:ro
                  - ~/.ssh:/home/vscode/.ssh
                  - ~/.aws:/home/vscode/.aws:ro
            """),
        (Broken, "services:\n  app: [\n"),
        (Container, """
            {
              // opening the folder is enough
              "initializeCommand": "make"
            }
            """),
        (Workflow, """
            on:
              pull_request_target:
            jobs:
              build:
                runs-on: ubuntu-latest
                container: debian:12
                steps:
                  - uses: actions/setup-dotnet@v5
                  - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
                    with:
                      ref: ${{ github.event.pull_request.head.sha }}
                  - run: echo "${{ github.event.pull_request.title }}"
              publish:
                runs-on: ubuntu-latest
                permissions: write-all
                steps: []
            """),
        (Dockerfile, "FROM debian:12\nRUN cd /srv && make\nUSER 1000\nHEALTHCHECK NONE\n"),
    ];

    public static readonly (string File, string Text)[] Clean =
    [
        (Compose, """
            services:
              app:
                privileged: false
                pid: service:other
                cap_drop: [ALL]
                security_opt:
                  - no-new-privileges:true
                devices: []
                ports:
                  - 127.0.0.1:8080:80
                volumes:
                  - data:/var/lib/app
                  - ./etc:/etc/app:ro
                  - ~/.ssh:/home/vscode/.ssh:ro
                  - ./.aws:/home/vscode/.aws:ro
            """),
        (Broken, "services:\n  app: {}\n"),
        (Container, """
            {
              // inside the container
              "postCreateCommand": "make"
            }
            """),
        (Workflow, """
            on:
              pull_request:
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-latest
                container: debian:12@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                steps:
                  - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
                    with:
                      ref: ${{ github.event.pull_request.head.sha }}
                  - run: echo "$TITLE"
                    env:
                      TITLE: ${{ github.event.pull_request.title }}
              publish:
                runs-on: ubuntu-latest
                permissions:
                  contents: read
                steps: []
            """),
        (Dockerfile, "FROM debian:12\nWORKDIR /srv\nRUN make\nUSER 1000\nHEALTHCHECK NONE\n"),
    ];
}
