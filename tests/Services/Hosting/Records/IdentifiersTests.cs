using Inspectorates.Hosting.Records;
using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Hosting.Records;

/// <summary>All numbers here are made up; those of telephones are Ofcom's for fiction.</summary>
public sealed class IdentifiersTests
{
    [Theory]
    [InlineData("943 476 5919", "an NHS number")]
    [InlineData("seen under 9434765919, twice", "an NHS number")]
    [InlineData("943-476-5919.", "an NHS number")]
    [InlineData("９４３ ４７６ ５９１９", "an NHS number")]
    [InlineData("943\u200B476\u200B5919", "an NHS number")]
    [InlineData("943–476–5919", "an NHS number")]
    [InlineData("٩٤٣٤٧٦٥٩١٩", "an NHS number")]
    [InlineData("UPN A123456789012", "a unique pupil number")]
    [InlineData("(h98765432109k)", "a unique pupil number")]
    [InlineData("QQ is never given; AB123456C is", "a National Insurance number")]
    [InlineData("AB 12 34 56 C", "a National Insurance number")]
    [InlineData("ab123456c", "a National Insurance number")]
    [InlineData("lives at NR1 1AA", "a postcode")]
    [InlineData("SW1A1AA", "a postcode")]
    [InlineData("flat 3, ec1a 1bb", "a postcode")]
    [InlineData("M1 1AE,", "a postcode")]
    [InlineData("GIR 0AA", "a postcode")]
    [InlineData("call 020 7946 0958", "a telephone number")]
    [InlineData("(01632) 960 983", "a telephone number")]
    [InlineData("07700900123", "a telephone number")]
    [InlineData("07700-900-123", "a telephone number")]
    [InlineData("+44 7700 900123", "a telephone number")]
    [InlineData("+44 (0)20 7946 0958", "a telephone number")]
    [InlineData("0044 20 7946 0958", "a telephone number")]
    [InlineData("+1 202 555 0143", "a telephone number")]
    [InlineData("0300 123 4567", "a telephone number")]
    [InlineData("write to first.last@example.org please", "an e-mail address")]
    [InlineData("o'neil+mash@children.example.gov.uk", "an e-mail address")]
    public void What_may_identify_a_person_is_found(string text, string kind) => Assert.Contains(kind, Identifiers.KindsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("943 476 5918")]
    [InlineData("0000000000")]
    [InlineData("E10000020 and X99000001, formerly E08000016")]
    [InlineData("URN 80418, DfE 926, report 50234567")]
    [InlineData("1-1015412687")]
    [InlineData("kappa 0.0962962962 and 0.1676")]
    [InlineData("fieldwork of 9 to 13 December 2024; published 2025-02-27")]
    [InlineData("from 01/02/2024 to 01-03-2024, 09.11.2023 and 01 02 2024")]
    [InlineData("2018-19, 2019-20, 2020-21 and 2021/22")]
    [InlineData("65.6 % (21 of 32), 0-38, 39-62, 63-87, 88-100")]
    [InlineData("0 1 2 3 4 5 6 7 8 9 10")]
    [InlineData("inspectorates/hmi-probation/verdicts/3f2504e04f8941d39a0c0305e82c3301")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    [InlineData("ilacs/926/2022-11-07")]
    [InlineData("Section 47 enquiries, s17 and s47 1st stage; Q1 2nd quarter; year 6 3rd term")]
    [InlineData("Children Act 2004 s20, SI 2015/1792, SI 2010/959 reg 33")]
    [InlineData("The E08 codes; KS1, KS2 and P7; A1 and M25; R1 2019")]
    [InlineData("22 of 27 strategy discussions were held within 24 hours, 5 after 48")]
    [InlineData("Most contacts are screened on the same day; MASH, EHASH, MARU, SPA, MAPPA 1-4.")]
    [InlineData("at 9am on 3 March, 15 working days, 70 working days from receipt, 11 May 2018")]
    [InlineData("RX1RA, QOQ, R0A, 8HK05")]
    [InlineData("cases 1001 to 1050 of 2 000 000; £1,234,567,890")]
    [InlineData("dial 101 or 999")]
    [InlineData("the council @ its best")]
    [InlineData("JTAI 2024: 'What needs to improve' – 3 areas for priority action")]
    public void Ordinary_findings_are_left_alone(string text) => Assert.Empty(Identifiers.KindsIn(text));

    [Fact]
    public void No_name_or_code_of_a_place_or_process_is_taken_for_an_identifier()
    {
        string[] texts =
        [
            .. Areas.England.AllReal.SelectMany(area => new[] { area.Name, area.DfeCode }),
            .. ProcessCatalogue.England.All.SelectMany(process => new[] { process.Code, process.Term }),
        ];

        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => Identifiers.KindsIn(text).Count > 0);
    }

    [Fact]
    public void Several_kinds_are_each_named_once() => Assert.Equal(
        ["a postcode", "an e-mail address"], Identifiers.KindsIn("NR1 1AA, NR1 1AB, one@example.org, two@example.org"));

    [Theory]
    [InlineData('1')]
    [InlineData('a')]
    [InlineData('0')]
    [InlineData('@')]
    [InlineData('+')]
    public void The_longest_text_there_is_takes_no_time(char of)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();

        Identifiers.KindsIn(string.Concat(Enumerable.Repeat($"{of}{of}{of} ", 1000)));
        Identifiers.KindsIn(new string(of, 4000));

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1));
    }
}
