namespace Acceptance.Tests.Scan;

/// <summary>Files that break every own rule of <c>misconfig</c> once, and the same files when they do not.</summary>
internal static class Misconfigurations
{
    public const string Compose = "deploy/compose.yaml";
    public const string Broken = "deploy/compose.broken.yaml";
    public const string Container = "deploy/.devcontainer/devcontainer.json";
    public const string Workflow = ".github/workflows/publish.yml";
    public const string Audited = ".github/workflows/nightly.yml";
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
              "initializeCommand": "make",
              "features": { "ghcr.io/devcontainers/features/sshd:1": {} },
              "remoteUser": "vscode"
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
        (Audited, """
            on:
              workflow_run:
                workflows: [ci]
              push:
                tags: ['v*']
            permissions:
              packages: write
            env:
              ACTIONS_ALLOW_UNSECURE_COMMANDS: true
            jobs:
              call:
                uses: ./.github/workflows/other.yml
                secrets: inherit
              build:
                runs-on: self-hosted
                if: ${{ success() }} && true
                services:
                  db:
                    image: db@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                    credentials:
                      username: bot
                      password: hunter2hunter2
                steps:
                  - uses: actions/cache@3d3c42e5aac5ba805825da76410c181273ba90b1
                  - uses: actions/download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1 # main
                    with:
                      run-id: ${{ github.event.workflow_run.id }}
                  - if: contains('main next', github.ref_name)
                    run: sh build.sh
                  - if: github.actor == 'dependabot[bot]'
                    run: echo "A=$T" >> "$GITHUB_ENV"
                    env:
                      T: ${{ github.event.workflow_run.head_branch }}
                  - run: make
                    env:
                      A: ${{ format('{0}', 'a') }}
                      B: ${{ fromJSON(secrets.B).c }}
                      C: ${{ github.run_id && '' || 'c' }}
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
                      persist-credentials: false
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
        (Audited, """
            on:
              workflow_run:
                workflows: [ci]
              push:
                tags: ['v*']
            permissions: {}
            jobs:
              call:
                uses: ./.github/workflows/other.yml
                secrets:
                  token: ${{ secrets.TOKEN }}
              build:
                runs-on: ubuntu-24.04
                permissions:
                  packages: write
                if: success()
                services:
                  db:
                    image: db@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                    credentials:
                      username: bot
                      password: ${{ secrets.PASSWORD }}
                steps:
                  - uses: actions/download-artifact@3d3c42e5aac5ba805825da76410c181273ba90b1 # v5.0.0
                    with:
                      run-id: ${{ github.event.workflow_run.id }}
                  - if: github.ref_name == 'main'
                    run: cat number.txt
                  - if: github.event.pull_request.user.login == 'dependabot[bot]'
                    run: echo "A=$T" >> "$GITHUB_ENV"
                    env:
                      T: ${{ github.event.workflow_run.head_sha }}
                  - run: echo "$A"
                    env:
                      A: a
                      B: ${{ secrets.B }}
                      C: ${{ !github.run_id && 'c' || '' }}
            """),
        (Dockerfile, "FROM debian:12\nWORKDIR /srv\nRUN make\nUSER 1000\nHEALTHCHECK NONE\n"),
    ];
}
