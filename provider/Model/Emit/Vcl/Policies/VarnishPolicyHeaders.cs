namespace EdgeInfra.Model;

/// <summary>Headers of buckets by their whole names: Varnish removes none by its beginning.</summary>
internal static class VarnishPolicyHeaders
{
    private static readonly Dictionary<string, string[]> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["x-amz-*"] =
        [
            "x-amz-id-2", "x-amz-request-id", "x-amz-version-id", "x-amz-delete-marker", "x-amz-bucket-region", "x-amz-storage-class",
            "x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id", "x-amz-server-side-encryption-bucket-key-enabled",
            "x-amz-replication-status", "x-amz-expiration", "x-amz-restore", "x-amz-tagging-count", "x-amz-mp-parts-count",
            "x-amz-website-redirect-location", "x-amz-checksum-crc32", "x-amz-checksum-crc32c", "x-amz-checksum-crc64nvme", "x-amz-checksum-sha1",
            "x-amz-checksum-sha256", "x-amz-checksum-type", "x-amz-error-code", "x-amz-error-message", "x-amz-error-detail-key",
            "x-amz-meta-mtime", "x-amz-meta-s3cmd-attrs", "x-amz-object-lock-mode", "x-amz-object-lock-retain-until-date",
        ],
        ["x-goog-*"] =
        [
            "x-goog-generation", "x-goog-metageneration", "x-goog-hash", "x-goog-storage-class", "x-goog-stored-content-encoding",
            "x-goog-stored-content-length", "x-goog-component-count", "x-goog-expiration", "x-goog-encryption-algorithm",
            "x-goog-encryption-kms-key-name", "x-goog-object-lock-mode", "x-goog-object-lock-retain-until-date",
        ],
        ["x-guploader-*"] = ["x-guploader-uploadid", "x-guploader-response-body-transformations"],
        ["x-ms-*"] =
        [
            "x-ms-request-id", "x-ms-client-request-id", "x-ms-version", "x-ms-lease-status", "x-ms-lease-state", "x-ms-lease-duration", "x-ms-blob-type",
            "x-ms-creation-time", "x-ms-server-encrypted", "x-ms-blob-content-md5", "x-ms-error-code", "x-ms-tag-count", "x-ms-access-tier",
            "x-ms-access-tier-inferred", "x-ms-copy-id", "x-ms-copy-source", "x-ms-copy-status", "x-ms-copy-progress", "x-ms-copy-completion-time",
            "x-ms-version-id", "x-ms-is-current-version", "x-ms-last-access-time",
        ],
        ["x-bz-*"] =
        [
            "x-bz-file-id", "x-bz-file-name", "x-bz-content-sha1", "x-bz-upload-timestamp", "x-bz-info-src_last_modified_millis",
            "x-bz-server-side-encryption", "x-bz-file-retention-mode", "x-bz-file-legal-hold",
        ],
        ["x-oss-*"] =
        [
            "x-oss-request-id", "x-oss-object-type", "x-oss-hash-crc64ecma", "x-oss-storage-class", "x-oss-server-time", "x-oss-ec",
            "x-oss-version-id", "x-oss-delete-marker", "x-oss-server-side-encryption", "x-oss-force-download", "x-oss-expiration", "x-oss-restore",
        ],
        ["x-rgw-*"] = ["x-rgw-object-type", "x-rgw-object-count", "x-rgw-bytes-used", "x-rgw-quota-user-size", "x-rgw-quota-bucket-size"],
    };

    /// <summary>What of a client's words a bucket would act on, signed or not.</summary>
    public static IEnumerable<string> OfClients { get; } =
    [
        "x-amz-content-sha256", "x-amz-date", "x-amz-security-token", "x-amz-request-payer", "x-amz-expected-bucket-owner", "x-amz-checksum-mode",
        "x-amz-server-side-encryption-customer-algorithm", "x-amz-server-side-encryption-customer-key",
        "x-amz-server-side-encryption-customer-key-md5", "x-goog-date", "x-goog-content-sha256", "x-goog-user-project",
        "x-goog-encryption-algorithm", "x-goog-encryption-key", "x-goog-encryption-key-sha256", "x-ms-date", "x-ms-version", "x-ms-range",
        "x-ms-range-get-content-md5", "x-ms-range-get-content-crc64", "x-ms-encryption-key", "x-ms-encryption-key-sha256",
        "x-ms-encryption-algorithm", "x-ms-lease-id", "x-ms-client-request-id", "x-ms-if-tags", "x-oss-date", "x-oss-content-sha256",
        "x-oss-security-token", "x-oss-process", "x-oss-request-payer", "x-bz-server-side-encryption-customer-algorithm",
        "x-bz-server-side-encryption-customer-key", "x-bz-server-side-encryption-customer-key-md5",
    ];

    public static bool Knows(string prefix) => Answers.ContainsKey(prefix);

    public static IEnumerable<string> WholeNames(IEnumerable<string> names) =>
        names.SelectMany(name => !name.EndsWith('*') ? [name] : Answers.GetValueOrDefault(name) ?? []);
}
