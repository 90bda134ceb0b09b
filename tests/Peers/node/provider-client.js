// Calls a provider through grpc-js and the stubs of @pulumi/pulumi: one JSON line in, one out.
//   in:  {"method": "Check", "request": {"urn": "…", "news": {…}}}
//   out: {"response": {…}} or {"error": {"code": 3, "message": "…", "details": [{"type": "…", "value": {…}}]}}
const readline = require("node:readline");
const grpc = require("@grpc/grpc-js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Status } = require("@pulumi/pulumi/proto/status_pb.js");
const messages = {
  ...require("@pulumi/pulumi/proto/provider_pb.js"),
  ...require("@pulumi/pulumi/proto/plugin_pb.js"),
  ...require("@pulumi/pulumi/proto/errors_pb.js"),
};
const { ResourceProviderClient } = require("@pulumi/pulumi/proto/provider_grpc_pb.js");

const limit = 400 * 1024 * 1024;
const client = new ResourceProviderClient(process.argv[2], grpc.credentials.createInsecure(), {
  "grpc.max_receive_message_length": limit,
  "grpc.max_send_message_length": limit,
});

const plain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function write(message, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const setter = message["set" + name[0].toUpperCase() + name.slice(1)];
    if (!setter) {
      throw new Error(`no field ${name}`);
    }
    setter.call(message, plain(value) ? Struct.fromJavaScript(value) : value);
  }
  return message;
}

// toObject() leaves Structs in their wire shape; the getters know which fields are Structs and which are maps.
function read(message) {
  const fields = message.toObject();
  for (const name of Object.keys(fields)) {
    const getter = message["get" + name[0].toUpperCase() + name.slice(1)];
    const value = getter && getter.call(message);
    if (value instanceof Struct) {
      fields[name] = value.toJavaScript();
    }
  }
  return fields;
}

function failure(error) {
  const [packed] = error.metadata.get("grpc-status-details-bin");
  const details = packed ? Status.deserializeBinary(packed).getDetailsList() : [];
  return {
    code: error.code,
    message: error.details,
    details: details.map((any) => {
      const type = any.getTypeName().replace("pulumirpc.", "");
      const kind = type.split(".").reduce((at, part) => at && at[part], messages);
      return { type, value: kind ? read(kind.deserializeBinary(any.getValue_asU8())) : null };
    }),
  };
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { method, request } = JSON.parse(line);
  const name = method[0].toLowerCase() + method.slice(1);
  const { requestType } = client[name] ? ResourceProviderClient.service[name] : {};
  const message = requestType === Empty ? new Empty() : write(new requestType(), request ?? {});
  client[name](message, (error, response) =>
    console.log(JSON.stringify(error ? { error: failure(error) } : { response: read(response) })));
});
