using System.Text.Json;
using Inspectorates.Reference;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.Reference;

public sealed class AreaTableTests
{
    private const string Source = "areas/local-authorities.csv";

    [Fact]
    public void The_shipped_table_is_what_compiling_the_reference_data_gives()
    {
        var compiled = AreaTableCompiler.Compile(SharedTable.Read(Source));
        if (Environment.GetEnvironmentVariable("INSPECTORATES_WRITE_TABLES") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, "areas.csv"), compiled);

        using var shipped = new StreamReader(typeof(Areas).Assembly.GetManifestResourceStream("areas.csv")!);
        Assert.Equal(compiled, shipped.ReadToEnd());
    }

    [Fact]
    public void Agencies_bear_the_codes_and_names_of_the_reference_data()
    {
        Assert.All(SharedTable.Read(Source), row =>
        {
            Assert.Equal(row["pfa_gss"], Found("police-force", row["pfa_name"]).Code);
            Assert.Equal(row["pfa_gss"], Found("police-force", row["pfa_slug"]).Code);
            Assert.Equal(row["icb_name"], Found("icb", row["icb_gss"]).Name);
            Assert.Equal(row["icb_gss"], Found("icb", row["icb_ods"]).Code);
            Assert.Equal(row["probation_region"], Found("probation-region", row["ndelius_provider_code"]).Name);
        });

        static Agency Found(string kind, string name) =>
            Agencies.TryFind(kind, name, out var agency) ? agency : throw new KeyNotFoundException($"{kind} {name}");
    }

    [Fact]
    public void Codes_of_2023_find_the_areas_of_today()
    {
        Assert.All(SharedTable.Read(Source), row => Assert.Equal(row["dfe_la_code"], ByCode(row["gss_utla23"])));
    }

    [Theory]
    [InlineData("ofsted/ofsted_la_outcomes_at_2025-03-31.csv", "Local authority area code", "Local authority name")]
    [InlineData("ofsted/d2i_ilacs_overview.csv", "la_code", "local_authority")]
    [InlineData("joint/d2i_send_overview.csv", "la_code", "local_authority")]
    [InlineData("joint/coded-findings.csv", "dfe_la_code", "area_name")]
    public void Names_of_published_files_find_the_area_of_their_code(string file, string code, string name)
    {
        Assert.All(SharedTable.Read(file), row => Assert.Equal(ByCode(row[code]), Areas.England.FindByName(row[name])?.DfeCode));
    }

    [Fact]
    public void Names_of_joint_letters_find_the_area_of_their_codes()
    {
        using var letters = JsonDocument.Parse(File.ReadAllText(Given.Shared("joint/jtai_letters.json").Path));

        Assert.All(letters.RootElement.EnumerateArray(), letter =>
        {
            var area = Areas.England.FindByName(letter.GetProperty("area").GetString()!);
            Assert.Equal(letter.GetProperty("dfe_la_code").GetString(), area?.DfeCode);
            Assert.Equal(ByCode(letter.GetProperty("gss_utla23").GetString()!), area?.DfeCode);
        });
    }

    private static string ByCode(string code) =>
        Areas.England.TryFind(code, out var area, out var refusal) ? area.DfeCode : refusal.Message;
}
