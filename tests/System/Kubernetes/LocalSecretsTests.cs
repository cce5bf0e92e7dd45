using System.Security.Cryptography;
using System.Text;
using Inspectorates.SystemTests.Launcher;
using k8s;
using k8s.Models;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>The Secrets of a trial, made by the script of deploy/k8s of what the launcher keeps.</summary>
[Collection(OneSuite.Name)]
public sealed class LocalSecretsTests(RunningSuite suite, LocalOverlay overlay) : IClassFixture<LocalOverlay>
{
    [Fact]
    public async Task The_script_makes_every_file_that_a_setting_names_and_no_more()
    {
        var made = await MadeAsync();

        var named = overlay.Pods.Values
            .SelectMany(pod => overlay.Settings(pod).Where(s => s.Key.EndsWith("File", StringComparison.Ordinal)).Select(s => Overlay.Mounted(pod, s.Value)!.Value))
            .Select(at => (at.Volume.Secret?.SecretName ?? at.Volume.ConfigMap.Name, at.File))
            .ToHashSet();
        Assert.Equal(named.Order(), made.Keys.Order());
    }

    [Fact]
    public async Task Each_public_key_is_that_of_the_inspectorates_own_private_one_and_each_token_for_its_witness()
    {
        var made = await MadeAsync();

        foreach (var code in Overlay.Inspectorates)
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(made[($"{code}-audit-key", "key.pem")]);
            using var told = ECDsa.Create();
            told.ImportFromPem(made[("public-keys", $"{code}.pem")]);
            Assert.Equal(key.ExportSubjectPublicKeyInfo(), told.ExportSubjectPublicKeyInfo());

            foreach (var other in Overlay.Inspectorates.Where(other => other != code))
            {
                var claims = Convert.FromBase64String(Padded(made[($"{code}-witness-tokens", other)].Split('.')[1]));
                var text = Encoding.UTF8.GetString(claims);
                Assert.Contains($"\"aud\":\"inspectorates/{other}\"", text, StringComparison.Ordinal);
                Assert.Contains($"\"sub\":\"service@{code}\"", text, StringComparison.Ordinal);
            }
        }

        static string Padded(string base64Url) => base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '=');
    }

    private async Task<IReadOnlyDictionary<(string Name, string File), string>> MadeAsync()
    {
        Needs.Program("kubectl");
        var printed = await Shell.RunAsync(Needs.Program("bash"), "deploy/k8s/local-secrets", suite.Launched.Data);
        Assert.True(printed.ExitCode == 0, printed.Everything);
        var objects = KubernetesYaml.LoadAllFromString(printed.Output, strict: true);
        Assert.All(objects.OfType<IMetadata<V1ObjectMeta>>(), one => Assert.Equal("inspectorates", one.Namespace()));
        return objects.OfType<V1Secret>().SelectMany(secret => secret.Data.Select(file => ((secret.Name(), file.Key), Encoding.UTF8.GetString(file.Value))))
            .Concat(objects.OfType<V1ConfigMap>().SelectMany(map => map.Data.Select(file => ((map.Name(), file.Key), file.Value))))
            .ToDictionary(one => one.Item1, one => one.Item2);
    }
}
