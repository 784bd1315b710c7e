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
const rows = [];
for (const name of names) {
  process.stderr.write(`measuring ${name} …\n`);
  const { measure } = await import(`./${name}.mjs`);
  rows.push(...(await measure()));
}
for (const { what, measured, wanted, unit, ok, how } of rows) {
  const verdict = ok === undefined ? 'not measured' : ok ? 'ok' : 'MISS';
  const value = measured === undefined ? '–' : `${measured.toPrecision(3)} ${unit}`;
  console.log(
    `${verdict.padEnd(12)} ${value.padStart(10)}  wanted ${`${wanted} ${unit}`.padEnd(10)} ${what}\n${' '.repeat(26)}${how}`,
  );
}
console.log(`\nload ${loadavg()[0].toFixed(1)} at the end`);
if (rows.some((row) => row.ok === false)) process.exitCode = 1;
