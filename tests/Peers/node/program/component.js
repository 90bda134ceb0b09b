// A component of the provider from the real Node SDK, by its type token, as a generated SDK would register it.
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();

class Edge extends pulumi.ProviderResource {}

class S3Origin extends pulumi.ComponentResource {
  constructor(name, inputs, options) {
    super("edgeinfra:index:S3Origin", name, { definition: undefined, credentials: undefined, ...inputs }, options, true);
  }
}

const edge = new Edge("edgeinfra", "edge", { endpoint: config.require("endpoint"), apiKey: config.requireSecret("apiKey") });
const site = new S3Origin("site", {
  bucket: "www-assets",
  region: "eu-central-1",
  errorPage: "/404.html",
  credentials: { accessKey: "AKIAEXAMPLE", secretKey: config.requireSecret("secretKey") },
  ttl: [{ path: "/assets/*", ttl: 86400 }],
}, { providers: [edge] });

exports.definition = site.definition;
