// What is printed quotes documents, specs and answers: only the sequences of docproof's own reach a terminal.
import type { Io } from './io.js';

/** Colours and weights that are in use, a progress line that clears itself; else control characters (C0, C1), blanks apart. */
const SEQUENCES = /(^\r\x1b\[2K|\x1b\[(?:[124]|2[24]|3[1236]|39)m|\r\n)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** The Io with every other control character made visible, so that no input can drive a terminal. */
export function printableIo(io: Io): Io {
  const write = (print: Io['out']) => (text: string) =>
    print(text.replace(SEQUENCES, (_, own?: string) => own ?? '\ufffd'));
  // Asking for the signal has an effect: it is passed on as it is.
  return Object.defineProperties({} as Io, {
    ...Object.getOwnPropertyDescriptors(io),
    out: { value: write((text) => io.out(text)), enumerable: true },
    err: { value: write((text) => io.err(text)), enumerable: true },
  });
}
