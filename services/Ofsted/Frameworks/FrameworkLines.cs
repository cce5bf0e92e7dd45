namespace Inspectorates.Ofsted.Frameworks;

/// <summary>
/// The two lines of inspections of local authority children's services. Until 2013 each had a framework of its own; the
/// single inspection framework and those after it are of both.
/// </summary>
internal static class FrameworkLines
{
    public const string ChildProtection = "child-protection";
    public const string LookedAfterChildren = "looked-after-children";

    /// <summary>The kind of agency they are about.</summary>
    public const string LocalAuthority = "local-authority";

    public static readonly string[] Both = [ChildProtection, LookedAfterChildren];
}
