using System.Diagnostics;
using Tajriba.Tests;

namespace Tajriba.Ui.Tests;

/// <summary>The tests of what browsers load, where they need no browser (client/tests), run by Node.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task The_clients_own_tests_pass()
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["test.mjs"])
        {
            WorkingDirectory = Checkout.PathOf("src", "Tajriba.Ui", "client"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, output + await errors);
    }
}
