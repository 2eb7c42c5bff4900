using System.Runtime.InteropServices;

namespace ClaudeCodeProxy.Cli.Processes;

/// <summary>The few calls to the system that starting and ending a background process needs and .NET does not offer.</summary>
internal static unsafe partial class Posix
{
    private const int OpenReadOnly = 0;
    private const int OpenWriteOnly = 1;
    private const int OpenCreate = 0x40;
    private const int OpenAppend = 0x400;
    private const int OwnerOnly = 0x180;
    private const short SpawnSetSid = 0x80;
    private const int WaitNoHang = 1;
    private const int BrokenPipe = 13;
    private const int Terminate = 15;

    /// <summary>What it is called when it starts itself, whatever its file is called.</summary>
    private const string Name = "claude-code-proxy";

    /// <summary>More than glibc's structures take on any architecture.</summary>
    private const int OpaqueBytes = 1024;

    /// <summary>Starts this program in a session of its own, so that it outlives the terminal; its output goes to the end of the log.</summary>
    public static int SpawnDetached(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string log)
    {
        byte* files = stackalloc byte[OpaqueBytes];
        byte* attributes = stackalloc byte[OpaqueBytes];
        Check(posix_spawn_file_actions_init(files));
        Check(posix_spawnattr_init(attributes));
        Check(posix_spawnattr_setflags(attributes, SpawnSetSid));
        Check(posix_spawn_file_actions_addopen(files, 0, "/dev/null", OpenReadOnly, 0));
        Check(posix_spawn_file_actions_addopen(files, 1, log, OpenWriteOnly | OpenCreate | OpenAppend, OwnerOnly));
        Check(posix_spawn_file_actions_adddup2(files, 1, 2));
        var argv = new NativeTexts([Name, .. arguments]);
        var envp = new NativeTexts([.. environment.Select(pair => $"{pair.Key}={pair.Value}")]);
        int pid;
        var error = posix_spawn(&pid, program, files, attributes, argv.Pointer, envp.Pointer);
        argv.Free();
        envp.Free();
        Check(error);
        return pid;
    }

    /// <summary>Becomes another program; returns only when that is not possible, and then why.</summary>
    public static string Execute(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var argv = new NativeTexts([.. arguments]);
        var envp = new NativeTexts([.. environment.Select(pair => $"{pair.Key}={pair.Value}")]);
        // The runtime ignores it, and what is ignored stays so in the other program.
        signal(BrokenPipe, 0);
        execve(program, argv.Pointer, envp.Pointer);
        var error = Marshal.GetLastPInvokeErrorMessage();
        argv.Free();
        envp.Free();
        return error;
    }

    /// <summary>Whether a child has ended; it is then forgotten by the system.</summary>
    public static bool HasEnded(int child)
    {
        int status;
        return waitpid(child, &status, WaitNoHang) == child;
    }

    public static bool AskToEnd(int pid) => kill(pid, Terminate) == 0;

    private static void Check(int error)
    {
        if (error != 0)
            throw new IOException($"the system refused to start the process ({Marshal.GetPInvokeErrorMessage(error)})");
    }

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_init(byte* files);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int posix_spawn_file_actions_addopen(byte* files, int descriptor, string path, int flags, int mode);

    [LibraryImport("libc")]
    private static partial int posix_spawn_file_actions_adddup2(byte* files, int descriptor, int newDescriptor);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_init(byte* attributes);

    [LibraryImport("libc")]
    private static partial int posix_spawnattr_setflags(byte* attributes, short flags);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int posix_spawn(int* pid, string path, byte* files, byte* attributes, byte** argv, byte** envp);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int execve(string path, byte** argv, byte** envp);

    [LibraryImport("libc")]
    private static partial nint signal(int number, nint handler);

    [LibraryImport("libc")]
    private static partial int waitpid(int pid, int* status, int options);

    [LibraryImport("libc")]
    private static partial int kill(int pid, int signal);

    /// <summary>A null-terminated array of C strings.</summary>
    private readonly struct NativeTexts
    {
        private readonly int _count;

        public NativeTexts(string[] texts)
        {
            _count = texts.Length;
            Pointer = (byte**)NativeMemory.AllocZeroed((nuint)(texts.Length + 1), (nuint)sizeof(byte*));
            for (var i = 0; i < texts.Length; i++)
                Pointer[i] = (byte*)Marshal.StringToCoTaskMemUTF8(texts[i]);
        }

        public byte** Pointer { get; }

        public void Free()
        {
            for (var i = 0; i < _count; i++)
                Marshal.FreeCoTaskMem((nint)Pointer[i]);
            NativeMemory.Free(Pointer);
        }
    }
}
