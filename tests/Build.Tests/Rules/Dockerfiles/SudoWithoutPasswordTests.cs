namespace Build.Tests.Rules.Dockerfiles;

public sealed class SudoWithoutPasswordTests
{
    [Theory]
    [InlineData("echo 'vscode ALL=(root) NOPASSWD:ALL' > /etc/sudoers.d/vscode")]
    [InlineData("echo \"$USERNAME ALL=(ALL:ALL) NOPASSWD: ALL\" >> /etc/sudoers")]
    [InlineData("printf 'me ALL=NOPASSWD:SETENV:ALL\\n' | tee /etc/sudoers.d/me")]
    [InlineData("useradd me && echo %wheel ALL=\\(root\\) NOPASSWD:ALL > /etc/sudoers.d/w")]
    [InlineData("sed -i 's/^%sudo.*/%sudo ALL=(ALL) NOPASSWD:ALL/' /etc/sudoers")]
    [InlineData("bash -c \"echo 'me ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/me\"")]
    [InlineData("cat <<< 'me ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/me")]
    public void Everything_for_nothing_is_caught(string command) => Assert.Equal([2], OwnBench.Run("CS1017", command));

    [Theory]
    [InlineData("echo 'me ALL=(root) NOPASSWD: /usr/local/bin/init-firewall.sh' > /etc/sudoers.d/me")]
    [InlineData("echo 'me ALL=(ALL) ALL' > /etc/sudoers.d/me")]
    [InlineData("sed -i 's/NOPASSWD:ALL/ALL/' /etc/sudoers.d/vscode")]
    [InlineData("sed -i /NOPASSWD/d /etc/sudoers")]
    [InlineData("grep -q NOPASSWD:ALL /etc/sudoers && exit 1")]
    [InlineData("rm -f /etc/sudoers.d/vscode")]
    [InlineData("echo NOPASSWD:ALLOWED")]
    public void One_command_a_password_and_taking_it_away_are_let_pass(string command) => Assert.Empty(OwnBench.Run("CS1017", command));

    [Fact]
    public void A_here_document_is_read_too() => Assert.Equal(
        [2], OwnBench.Lines("CS1017", "FROM scratch\nRUN cat <<EOF > /etc/sudoers.d/me\nme ALL=(ALL) NOPASSWD:ALL\nEOF\n"));
}
