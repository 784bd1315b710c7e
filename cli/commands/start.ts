// `npm start` in a checkout: the whole line once, documents → spec → code → certify the embedded server.
import type { DefineCommand } from '../command.js';

export const defineStart: DefineCommand = (program, io, finish) => {
  program
    .command('start', { hidden: true })
    .description('In a checkout of docproof: build the spec, generate code, certify the embedded server.')
    .action(async () => {
      const { runStart } = await import('../start-run.js');
      finish(await runStart(io));
    });
};
