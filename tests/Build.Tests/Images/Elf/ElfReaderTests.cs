using ContainerSecurity.Findings;
using ContainerSecurity.Images.Elf;

namespace Build.Tests.Images.Elf;

public class ElfReaderTests
{
    private const ulong Needed = 1;
    private const ulong StringTable = 5;
    private const ulong BindNow = 24;
    private const ulong Flags1 = 0x6ffffffb;
    private const ulong Pie = 0x08000000;

    [Fact]
    public void A_static_pie_is_static_although_it_has_a_dynamic_section()
    {
        var file = Read(new ElfWriter().Dynamic((Flags1, Pie)).Stack(executable: false).Relro());

        Assert.True(file.IsStatic);
        Assert.True(file.IsPositionIndependent);
        Assert.True(file.HasNonExecutableStack);
        Assert.Equal((64, "amd64", ElfType.SharedObject), (file.Bits, file.Architecture, file.Type));
    }

    [Fact]
    public void A_program_with_an_interpreter_is_dynamic()
    {
        var file = Read(new ElfWriter().Interpreter("/lib64/ld-linux-x86-64.so.2"));

        Assert.Equal("/lib64/ld-linux-x86-64.so.2", file.Interpreter);
        Assert.False(file.IsStatic);
        Assert.True(file.IsPositionIndependent);
    }

    [Fact]
    public void A_program_that_needs_a_library_is_dynamic_even_without_interpreter()
    {
        var file = Read(new ElfWriter().Loaded("\0libevil.so.1\0").Dynamic((Needed, 1), (StringTable, 0x1000)));

        Assert.Equal("libevil.so.1", Assert.Single(file.Needed));
        Assert.False(file.IsStatic);
    }

    [Fact]
    public void A_needed_library_whose_name_cannot_be_found_is_not_lost()
    {
        var file = Read(new ElfWriter().Dynamic((Needed, 7), (StringTable, 0x9999)));

        Assert.Equal("(name at offset 7)", Assert.Single(file.Needed));
        Assert.False(file.IsStatic);
    }

    [Fact]
    public void A_fixed_address_program_is_not_position_independent()
    {
        var file = Read(new ElfWriter { Type = 2, Machine = 183 });

        Assert.False(file.IsPositionIndependent);
        Assert.Equal(("arm64", ElfType.Executable), (file.Architecture, file.Type));
    }

    [Fact]
    public void An_executable_stack_is_seen_and_so_is_a_missing_stack_header()
    {
        Assert.False(Read(new ElfWriter().Stack(executable: true)).HasNonExecutableStack);
        Assert.False(Read(new ElfWriter()).HasNonExecutableStack);
    }

    [Fact]
    public void Relro_is_full_only_when_all_is_bound_at_start()
    {
        Assert.Equal(Relro.None, Read(new ElfWriter().Dynamic((BindNow, 0))).Relro);
        Assert.Equal(Relro.Partial, Read(new ElfWriter().Relro()).Relro);
        Assert.Equal(Relro.Full, Read(new ElfWriter().Relro().Dynamic((BindNow, 0))).Relro);
        Assert.Equal(Relro.Full, Read(new ElfWriter().Relro().Dynamic((Flags1, 1))).Relro);
    }

    [Fact]
    public void The_marks_of_the_aot_compiler_and_of_OpenSSL_are_found()
    {
        var file = Read(new ElfWriter().Loaded("x OpenSSL not here\0.NET: ilc 10.0.12-servicing.1+0123abc\0OpenSSL 3.0.22 1 Oct 2026\0"));

        Assert.Equal("10.0.12-servicing.1+0123abc", file.IlcVersion);
        Assert.Equal("3.0.22", file.OpenSslVersion);
    }

    [Fact]
    public void A_program_without_those_marks_has_no_versions()
    {
        var file = Read(new ElfWriter().Loaded("OpenSSL of some version"));

        Assert.Null(file.IlcVersion);
        Assert.Null(file.OpenSslVersion);
    }

    [SkippableFact]
    public void A_program_of_the_system_is_read()
    {
        const string Program = "/bin/ls";
        Requirement.Require(File.Exists(Program), Program);
        var file = ElfReader.Read(File.ReadAllBytes(Program), Program);

        Assert.False(file.IsStatic);
        Assert.Contains(file.Needed, library => library.StartsWith("libc.", StringComparison.Ordinal));
        Assert.True(file.HasNonExecutableStack);
    }

    [Fact]
    public void A_text_is_not_an_ELF_file()
    {
        var error = Assert.Throws<InputException>(() => ElfReader.Read("#!/bin/sh"u8, "/entry"));

        Assert.Contains("/entry is not an ELF file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_read_or_refused_with_a_clear_error()
    {
        var bytes = new ElfWriter().Loaded("\0libc.so\0").Interpreter("/ld.so").Dynamic((Needed, 1), (StringTable, 0x1000)).ToBytes();
        for (var length = 4; length < bytes.Length; length++)
            Survives(bytes.AsSpan(0, length));
    }

    [Fact]
    public void Every_garbled_byte_is_read_or_refused_with_a_clear_error()
    {
        var bytes = new ElfWriter().Loaded("\0libc.so\0").Interpreter("/ld.so").Dynamic((Needed, 1), (StringTable, 0x1000)).ToBytes();
        for (var at = 4; at < bytes.Length; at++)
        {
            foreach (var value in new byte[] { 0x00, 0x01, 0x7f, 0x80, 0xff })
            {
                var garbled = bytes.ToArray();
                garbled[at] = value;
                Survives(garbled);
            }
        }
    }

    private static void Survives(ReadOnlySpan<byte> bytes)
    {
        try
        {
            ElfReader.Read(bytes, "sample");
        }
        catch (InputException refused)
        {
            Assert.StartsWith("sample is a damaged ELF file", refused.Message, StringComparison.Ordinal);
        }
    }

    private static ElfFile Read(ElfWriter sample) => ElfReader.Read(sample.ToBytes(), "sample");
}
