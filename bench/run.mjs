// Runs the measurements and prints one table: what was measured, what is wanted, how it was measured.
//
//   npm run bench [-- NAME…]     (build certify generate start-up routing server growth; all where none is named)
import { cpus, loadavg } from 'node:os';

const ALL = ['build', 'generate', 'certify', 'start-up', 'routing', 'growth', 'server'];

const names = process.argv.length > 2 ? process.argv.slice(2) : ALL;
const unknown = names.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
  console.error(`no measurement is called ${unknown.join(', ')}; there are ${ALL.join(', ')}`);
  process.exit(2);
}
console.log(`node ${process.version}, ${cpus().length} processors, load ${loadavg()[0].toFixed(1)} at the start\n`);
let missed = false;
for (const name of names) {
  process.stderr.write(`measuring ${name} …\n`);
  const { measure } = await import(`./${name}.mjs`);
  for (const row of await measure()) {
    print(row);
    missed ||= row.ok === false;
  }
}
console.log(`\nload ${loadavg()[0].toFixed(1)} at the end`);
if (missed) process.exitCode = 1;

function print({ what, measured, wanted, unit, ok, how }) {
  const verdict = ok === undefined ? 'not measured' : ok ? 'ok' : 'MISS';
  const value = measured === undefined ? '–' : `${measured.toPrecision(3)} ${unit}`;
  console.log(`${verdict.padEnd(12)} ${value.padStart(10)}  wanted ${`${wanted} ${unit}`.padEnd(10)} ${what}`);
  console.log(`${' '.repeat(24)}${how}`);
}
