using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.Gateway.Profiles;

namespace Inspectorates.Gateway.Tests.Profiles;

public sealed class ProfileFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("inspectorates-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Two_profiles_ship_and_both_only_illustrate()
    {
        var shipped = ProfileFolder.Read(ProfileFolder.Shipped, ProfileReader.OfEngland());

        Assert.Equal(["broad-judgements-council-first", "front-door-equal-weights"], shipped.Select(profile => profile.Id));
        Assert.All(shipped, profile => Assert.True(profile.Illustrative));
        Assert.All(shipped, profile => Assert.Contains("no inspectorate", profile.AuthorBody, StringComparison.Ordinal));
    }

    [Fact]
    public void One_of_them_is_the_articles_own_case_at_equal_weights_on_the_line()
    {
        var article = ProfileFolder.Read(ProfileFolder.Shipped, ProfileReader.OfEngland())[1];
        var value = article.Values.OrderBy(standing => standing.Key).Select(standing => standing.Value).ToArray();
        var weighing = Weighing.Of([.. article.Weights.Select(weight => weight.Weight)], [value[1], value[1], value[1], value[4]]);

        Assert.Equal((4, 1), (article.Weights.Count, article.Weights.Select(weight => weight.Weight).Distinct().Count()));
        Assert.Equal("5/2", weighing.Score.ToString());
        Assert.Equal(("Requires improvement", "Good"), (article.Bands.All[1].Result, article.Bands.All[article.Bands.EdgeAt(weighing.Score)!.Value].Result));
    }

    [Fact]
    public void A_gateway_with_faulty_profiles_does_not_start_and_names_every_fault_of_every_file()
    {
        Copy("front-door-equal-weights.json", "a.json");
        Copy("front-door-equal-weights.json", "b.json");
        File.WriteAllText(Path.Combine(folder.FullName, "c.json"), "{");
        File.WriteAllText(Path.Combine(folder.FullName, "d.json"), File.ReadAllText(Shipped("front-door-equal-weights.json")).Replace("0.25", "-1", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder.FullName, "e.txt"), "no profile");

        var unusable = Assert.Throws<SettingsException>(() => GatewayHost.Build(
        [
            "--Gateway:Inspectorates:0:Code=alpha", "--Gateway:Inspectorates:0:Address=http://127.0.0.1:1",
            $"--Gateway:Profiles:Folder={folder.FullName}",
        ]));

        Assert.Equal(6, unusable.Faults.Count);
        Assert.StartsWith("c.json, line 1: ", unusable.Faults[0], StringComparison.Ordinal);
        Assert.Equal("d.json, line 16: $.weights.inspectorates.cqc must not be less than 0.", unusable.Faults[1]);
        Assert.StartsWith("a.json, b.json: $.version 1 of \"front-door-equal-weights\" is in more than one file", unusable.Faults[5], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault_and_an_empty_one_holds_no_profiles()
    {
        var unusable = Assert.Throws<SettingsException>(() => ProfileFolder.Read(Path.Combine(folder.FullName, "none"), ProfileReader.OfEngland()));

        Assert.StartsWith("Gateway:Profiles:Folder \"", Assert.Single(unusable.Faults), StringComparison.Ordinal);
        Assert.Empty(ProfileFolder.Read(folder.FullName, ProfileReader.OfEngland()));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_fault()
    {
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "gone.json"), Path.Combine(folder.FullName, "nowhere"));

        var unusable = Assert.Throws<SettingsException>(() => ProfileFolder.Read(folder.FullName, ProfileReader.OfEngland()));

        Assert.StartsWith("gone.json: cannot be read (", Assert.Single(unusable.Faults), StringComparison.Ordinal);
    }

    private void Copy(string name, string to) => File.Copy(Shipped(name), Path.Combine(folder.FullName, to));

    private static string Shipped(string name) => Path.Combine(ProfileFolder.Shipped, name);
}
