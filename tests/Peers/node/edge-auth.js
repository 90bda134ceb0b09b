// Asks the function that docs/edge-auth.md shows about the headers in a file, and prints what it says.
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');

const [snippet, cases] = process.argv.slice(2);
const { holds } = require(resolve(snippet));
const said = JSON.parse(readFileSync(cases, 'utf8')).map(({ header, secrets, now }) => holds(header ?? undefined, secrets, now));
process.stdout.write(JSON.stringify(said));
