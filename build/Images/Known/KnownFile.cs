using System.Collections.Immutable;

namespace ContainerSecurity.Images.Known;

/// <summary>What a file says of the image that holds it.</summary>
internal abstract record KnownFile
{
    /// <summary>A package database of dpkg or apk.</summary>
    internal sealed record Packages(ImmutableArray<InstalledPackage> Installed) : KnownFile;

    /// <summary><c>/etc/passwd</c>, <c>/etc/group</c> or <c>/etc/shadow</c>.</summary>
    internal sealed record Accounts(AccountFileKind Kind, ImmutableArray<Account> Entries) : KnownFile;

    /// <summary>The certificates that programs of the image trust.</summary>
    /// <param name="Damaged">Blocks that are no certificate; 1-based, in the order of the file.</param>
    internal sealed record TrustedCertificates(ImmutableArray<TrustedCertificate> Certificates, ImmutableArray<int> Damaged) : KnownFile;

    /// <summary>One of them that is not read.</summary>
    /// <param name="Why">What follows its path in a sentence.</param>
    internal sealed record Unread(KnownFileKind Kind, string Why) : KnownFile;
}

/// <summary>What such a file is about.</summary>
internal enum KnownFileKind
{
    Packages,
    Accounts,
    Certificates,
}

/// <summary>A package of an image.</summary>
/// <param name="Depends">Each group is met by any one of its names.</param>
/// <param name="Provides">Other names under which it meets dependencies.</param>
internal sealed record InstalledPackage(string Name, string Version, ImmutableArray<ImmutableArray<string>> Depends, ImmutableArray<string> Provides);

/// <summary>Which file of accounts it is.</summary>
internal enum AccountFileKind
{
    Users,
    Groups,
    Passwords,
}

/// <summary>A line of a file of accounts.</summary>
/// <param name="Password">The second field.</param>
/// <param name="Id">The third field of users and groups; null for passwords.</param>
/// <param name="Line">1-based.</param>
internal sealed record Account(string Name, string Password, string? Id, int Line);

/// <summary>A certificate by its subject, and when it is valid.</summary>
internal sealed record TrustedCertificate(string Subject, DateTimeOffset NotBefore, DateTimeOffset NotAfter);
