using System.CommandLine;
using Inspectorates.Hosting.Trust;

namespace Inspectorates.Local;

/// <summary><c>token CODE ROLE</c>: prints a token of the development issuer of one inspectorate, and nothing else.</summary>
internal static class TokenCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="plainly">Turns a foreseen failure into a message and an exit code.</param>
    public static Command Create(Func<Func<Task<int>>, Task<int>> plainly)
    {
        var code = new Argument<string>("inspectorate") { Description = "Code of the inspectorate, such as ofsted." };
        var role = new Argument<string>("role") { Description = "Role, such as inspector." };
        var data = new Option<string?>("--data") { Description = "The data directory of the suite the token is for." };
        var command = new Command("token", "Prints a token for writing to an inspectorate's service of this machine. Valid for eight hours, in Development only.")
        {
            code, role, data,
        };
        command.SetAction((arguments, _) => plainly(() =>
        {
            var known = Suite.Load().Inspectorates.Select(entry => entry.Code).ToArray();
            var inspectorate = arguments.GetRequiredValue(code);
            if (!known.Contains(inspectorate))
                throw new LaunchException($"No inspectorate has the code {inspectorate}. Known: {string.Join(", ", known)}.");
            var wanted = arguments.GetRequiredValue(role);
            if (!Roles.All.Contains(wanted))
                throw new LaunchException($"No role is called {wanted}. Known: {string.Join(", ", Roles.All)}.");

            var keys = DataDirectory.Peek(arguments.GetValue(data)).IssuerKeys;
            Console.WriteLine(new DevelopmentIssuer(keys).Mint(inspectorate, wanted));
            return Task.FromResult(0);
        }));
        return command;
    }
}
