using FsCheck.Xunit;
using Inspectorates.Reference;

namespace Inspectorates.Services.Tests.Reference;

public sealed class AreaRefusalTests
{
    [Theory]
    [InlineData("E07000148", "AREA_CODE_IS_DISTRICT", "E10000020", "Norfolk")]
    [InlineData("E07000026", "AREA_CODE_IS_DISTRICT", "E06000063", "Cumberland")]
    [InlineData("E07000151", "AREA_CODE_IS_DISTRICT", "E06000062", "West Northamptonshire")]
    [InlineData("E07000240", "AREA_CODE_IS_DISTRICT", "E10000015", "Hertfordshire")]
    [InlineData("E07000999", "AREA_CODE_IS_DISTRICT", "county council", "district")]
    [InlineData("E10000006", "AREA_ABOLISHED", "E06000063", "E06000064")]
    [InlineData("909", "AREA_ABOLISHED", "Cumberland", "Westmorland and Furness")]
    [InlineData("E10000021", "AREA_ABOLISHED", "E06000061", "E06000062")]
    [InlineData("E10000001", "AREA_ABOLISHED", "Bedford", "Central Bedfordshire")]
    [InlineData("E23000013", "AREA_CODE_IS_OTHER_GEOGRAPHY", "police force area", "E10000020")]
    [InlineData("E54000022", "AREA_CODE_IS_OTHER_GEOGRAPHY", "integrated care board", "926")]
    [InlineData("E12000006", "AREA_CODE_IS_OTHER_GEOGRAPHY", "region", "926")]
    [InlineData("E99000001", "AREA_CODE_IS_OTHER_GEOGRAPHY", "another kind of place", "926")]
    [InlineData("X23000001", "AREA_CODE_IS_OTHER_GEOGRAPHY", "fictional police force", "926")]
    [InlineData("W06000015", "AREA_OUT_OF_ENGLAND", "Welsh", "England")]
    [InlineData("681", "AREA_OUT_OF_ENGLAND", "Welsh", "England")]
    [InlineData("S12000036", "AREA_OUT_OF_ENGLAND", "Scottish", "England")]
    [InlineData("N09000003", "AREA_OUT_OF_ENGLAND", "Northern Ireland", "England")]
    [InlineData("E10000999", "AREA_UNKNOWN", "E10000999", "926")]
    [InlineData("999", "AREA_UNKNOWN", "999", "926")]
    [InlineData("X99000009", "AREA_UNKNOWN", "X99000009", "926")]
    [InlineData("X09", "AREA_UNKNOWN", "X09", "926")]
    [InlineData("norfolk", "AREA_CODE_MALFORMED", "NORFOLK", "E10000020")]
    [InlineData("E1000002", "AREA_CODE_MALFORMED", "E1000002", "E10000020")]
    [InlineData("", "AREA_CODE_MALFORMED", "What was given", "E10000020")]
    public void A_code_that_finds_no_area_is_refused_saying_what_it_is_and_what_would_be_right(
        string code, string reason, string what, string right)
    {
        Assert.False(Areas.England.TryFind(code, out var area, out var refusal));

        Assert.Null(area);
        Assert.Equal(reason, refusal.Reason);
        Assert.Contains(what, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(right, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("E10000020\u202e")]
    [InlineData("E1000\u200b0020")]
    [InlineData("٩٢٦")]
    [InlineData("926\n927")]
    public void A_code_with_signs_that_cannot_be_seen_is_malformed_and_not_shown_back(string code)
    {
        Assert.False(Areas.England.TryFind(code, out _, out var refusal));

        Assert.Equal(AreaRefusal.CodeMalformed, refusal.Reason);
        Assert.DoesNotContain(code, refusal.Message, StringComparison.Ordinal);
    }

    [Property]
    public bool Any_text_finds_an_area_or_is_refused_with_a_reason(string? text) =>
        Areas.England.TryFind(text ?? "", out var area, out var refusal)
            ? area is not null && refusal is null
            : refusal.Message.EndsWith('.') && refusal.Reason.StartsWith("AREA_", StringComparison.Ordinal);

    [Property]
    public bool Any_well_formed_code_of_England_is_an_area_or_has_a_reason(byte kind, ushort number)
    {
        var code = $"E{kind % 100:00}{number:000000}";

        return Areas.England.TryFind(code, out _, out var refusal) || refusal.Reason != AreaRefusal.CodeMalformed;
    }
}
