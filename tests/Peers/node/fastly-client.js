// A service's life through the typed methods of the npm client "fastly"; prints what it got as one JSON line.
const Fastly = require("fastly");

const [endpoint, token, domain, portA, portB] = process.argv.slice(2);
// Each operation carries its own base address; a plugin is the client's way to send it elsewhere.
Fastly.ApiClient.instance.plugins = [(request) => { request.url = request.url.replace("https://api.fastly.com", endpoint); }];
Fastly.ApiClient.instance.authenticate(token);

const services = new Fastly.ServiceApi();
const versions = new Fastly.VersionApi();
const domains = new Fastly.DomainApi();
const backends = new Fastly.BackendApi();
const healthchecks = new Fastly.HealthcheckApi();
const conditions = new Fastly.ConditionApi();
const purges = new Fastly.PurgeApi();

async function life() {
  const service = await services.createService({ name: "js-demo", comment: "typed", type: "vcl" });
  const of = { service_id: service.id, version_id: 1 };
  await domains.createDomain({ ...of, name: domain });
  const healthcheck = await healthchecks.createHealthcheck({
    ...of, name: "alive", host: domain, path: "/", method: "GET", initial: 3, threshold: 3, window: 5, headers: ["X-Probe: yes"],
  });
  const condition = await conditions.createCondition({ ...of, name: "api/v 1", type: "REQUEST", statement: 'req.url ~ "^/api"', priority: "10" });
  const first = await backends.createBackend({ ...of, name: "first", address: "127.0.0.1", port: Number(portA), healthcheck: "alive", ssl_check_cert: false });
  await backends.createBackend({ ...of, name: "b 1/x", address: "127.0.0.1", port: Number(portB), request_condition: "api/v 1", weight: 7 });
  const slashed = await backends.getBackend({ ...of, backend_name: "b 1/x" });
  const valid = await versions.validateServiceVersion(of);
  const active = await versions.activateServiceVersion(of);
  const clone = await versions.cloneServiceVersion(of);
  const draft = { service_id: service.id, version_id: clone.number };
  const moved = await backends.updateBackend({ ...draft, backend_name: "first", port: Number(portB), comment: "moved" });
  await backends.deleteBackend({ ...draft, backend_name: "b 1/x" });
  const listed = await backends.listBackends(draft);
  const second = await versions.activateServiceVersion(draft);
  const purge = await purges.purgeAll({ service_id: service.id });
  const found = await services.searchService({ name: "js-demo" });
  const all = await versions.listServiceVersions({ service_id: service.id });
  let locked;
  await backends.deleteBackend({ ...draft, backend_name: "first" }).catch((error) => { locked = error.status; });
  return { service, healthcheck, condition, first, slashed, valid, active, clone, moved, listed, second, purge, found, all, locked };
}

life().then(
  (result) => console.log(JSON.stringify(result)),
  (error) => { console.error(error.response ? `${error.status} ${error.response.text}` : error); process.exit(1); });
