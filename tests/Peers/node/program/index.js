// An ordinary program on the real Node SDK: resources by type token, as a generated SDK would register them.
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();

class Resource extends pulumi.CustomResource {
  constructor(type, name, inputs, outputs, options) {
    const unset = Object.fromEntries(outputs.map((output) => [output, undefined]));
    super(`edgeinfra:index:${type}`, name, { ...unset, ...inputs }, options);
  }
}

class Edge extends pulumi.ProviderResource {}

const edge = new Edge("edgeinfra", "edge", { endpoint: config.require("endpoint"), apiKey: config.requireSecret("apiKey") });
const on = { provider: edge };

const alive = new Resource("Healthcheck", "alive", { host: "origin.localhost", path: "/", initial: 3, threshold: 3 }, ["definition"], on);
const origin = new Resource("Backend", "origin", {
  address: "127.0.0.1",
  port: config.requireNumber("originPort"),
  healthcheck: alive.definition,
  weight: config.getNumber("weight") ?? 100,
}, ["definition"], on);
const service = new Resource("Service", "www", { comment: "from Node" }, ["name"], on);
const live = new Resource("ServiceVersion", "live", {
  serviceId: service.id,
  domains: ["node.localhost"],
  backends: [origin.definition],
}, ["number"], on);

exports.service = service.id;
exports.version = live.number;
exports.key = config.requireSecret("apiKey");
