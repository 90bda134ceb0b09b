namespace EdgeInfra.Model;

/// <summary>The table of stores. A store that is not in it and speaks S3 is <c>compatible</c>, with an endpoint of its own.</summary>
public static partial class Stores
{
    private static readonly string[] OfAmazon = ["x-amz-*", "server"], OfCeph = ["x-amz-*", "x-rgw-*", "x-envoy-*", "server"];

    private static readonly ValueList<string> HiddenAs403 = ["404", "403 AccessDenied"];

    private static readonly NameRule
        AnyLabel = new("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", "1 to 63 lower-case letters, digits and inner dashes"),
        BucketLabel = new("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]", "3 to 63 lower-case letters, digits and inner dashes"),
        DottedBucket = new("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "3 to 63 lower-case letters, digits, and inner dashes and dots");

    public static ValueList<Store> All => Rows.All;

    public static ValueList<string> Kinds => Rows.Kinds;

    /// <summary>The row of a kind and mode; null if there is none.</summary>
    public static Store? Find(string kind, string? mode) =>
        All.FirstOrDefault(store => store.Kind == kind && (string.IsNullOrEmpty(mode) || store.Mode == mode));

    // Apart, because the order in which fields of the several files are set is not fixed.
    private static class Rows
    {
        public static readonly ValueList<Store> All = [.. Amazon, .. Clouds, .. SpeakingS3, .. Others];

        public static readonly ValueList<string> Kinds = All.Select(store => store.Kind).Distinct().ToValueList();
    }
}
