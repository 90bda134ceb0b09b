// Reads requests as Node does, strictly: one array of base64 texts from a file in, what each holds out.
"use strict";
const fs = require("fs");
const http = require("http");
const { Duplex } = require("stream");

function parse(bytes) {
  return new Promise((resolve) => {
    const requests = [];
    const errors = [];
    const server = http.createServer({ insecureHTTPParser: false, requireHostHeader: true, keepAlive: true });
    const socket = new Duplex({ read() {}, write(chunk, encoding, done) { done(); } });
    const end = () => setImmediate(() => resolve({ requests, errors }));
    server.on("request", (request, response) => {
      const body = [];
      request.on("data", (piece) => body.push(piece));
      request.on("end", () => {
        requests.push({
          method: request.method, target: request.url, headers: request.rawHeaders.map((text) => Buffer.from(text, "latin1").toString("base64")),
          body: Buffer.concat(body).toString("base64"),
        });
        response.end();
      });
    });
    server.on("clientError", (error) => { errors.push(error.code || error.message); socket.destroy(); });
    socket.on("close", end);
    server.emit("connection", socket);
    socket.push(bytes);
    setImmediate(() => setImmediate(() => setImmediate(() => socket.push(null))));
  });
}

(async () => {
  const results = [];
  for (const text of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
    results.push(await parse(Buffer.from(text, "base64")));
  }
  process.stdout.write(JSON.stringify(results));
})();
