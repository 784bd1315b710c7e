// `docproof mock`: a server that answers with the documented samples.
import { InvalidArgumentError } from 'commander';
import type { DefineCommand } from '../command.js';
import { usualSpec } from '../usual-places.js';

interface Flags {
  spec: string;
  port: number;
  host: string;
  validation: boolean;
  methodOverride?: string;
}

export const defineMock: DefineCommand = (program, io, finish) => {
  program
    .command('mock')
    .description(
      'Runs a server that answers every operation of the spec with its documented sample, or with a value made from the ' +
        'schema. When it is ready, one line of JSON goes to standard output: {"url":"http://127.0.0.1:PORT/"}. ' +
        'A request may ask for another answer: Prefer: code=404, or Prefer: example=NAME. Tokens are not looked at.',
    )
    .option('--spec <file>', 'OpenAPI 3.0, 3.1 or 3.2 file', usualSpec(io.cwd))
    .option('--port <n>', 'port to listen on; 0 picks a free one', readPort, 8081)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--no-validation', 'answer requests that do not fit the spec, too; they get 400 otherwise')
    .option('--method-override <header>', 'let a POST name another method by this header')
    .addHelpText('after', '\nExample:\n  docproof mock --spec openapi.yaml --port 8081\n')
    .action(async (flags: Flags) => {
      const { runMock } = await import('../mock-run.js');
      finish(await runMock(flags, io));
    });
};

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}
