namespace Inspectorates.Hosting.Settings;

/// <summary>How referrals to other inspectorates are timed and delivered. Gateway and keys are those of positions.</summary>
/// <param name="AcknowledgeWorkingDays">By how many working days after it is made a referral is to be acknowledged.</param>
/// <param name="LongestWait">How long at most between two attempts to deliver to an inspectorate that cannot be reached.</param>
internal sealed record ReferralSettings(int AcknowledgeWorkingDays, TimeSpan LongestWait);
