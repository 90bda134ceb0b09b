namespace EdgeInfra.Edge.Signing.Credentials;

/// <summary>What a cloud calls the parts of its metadata service.</summary>
internal sealed record InstanceWords(string Address, string Path, string LifetimeHeader, string TokenHeader, string Secret, string Token)
{
    public static InstanceWords Ec2 { get; } = new(
        "http://169.254.169.254", "/latest/meta-data/iam/security-credentials/",
        "X-aws-ec2-metadata-token-ttl-seconds", "X-aws-ec2-metadata-token", "SecretAccessKey", "Token");

    public static InstanceWords Alibaba { get; } = new(
        "http://100.100.100.200", "/latest/meta-data/ram/security-credentials/",
        "X-aliyun-ecs-metadata-token-ttl-seconds", "X-aliyun-ecs-metadata-token", "AccessKeySecret", "SecurityToken");
}
