// A process of a language that runs one sample after the other: most of what a sample takes alone is the start of its process.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Reads `{ file, env }` a line; writes `{ out }`, what the sample printed, or `{ error }`, a line each. */
const HOSTS: Record<string, { program: string; args: string[] }> = {
  javascript: {
    program: 'node',
    args: [
      '--input-type=module',
      '-e',
      `import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
const own = { ...process.env };
let turn = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { file, env } = JSON.parse(line);
  for (const name of Object.keys(process.env)) if (!(name in own)) delete process.env[name];
  Object.assign(process.env, env);
  const printed = [];
  console.log = (...values) => printed.push(values.join(' '));
  const said = await import(pathToFileURL(file).href + '?' + ++turn).then(() => ({ out: printed.join('\\n') }), (error) => ({ error: String(error.stack) }));
  process.stdout.write(JSON.stringify(said) + '\\n');
}`,
    ],
  },
  python: {
    program: 'python3',
    args: [
      '-c',
      `import contextlib, io, json, os, runpy, sys, traceback
own = dict(os.environ)
for line in sys.stdin:
    asked = json.loads(line)
    os.environ.clear()
    os.environ.update({**own, **asked["env"]})
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(asked["file"], run_name="__main__")
        said = {"out": printed.getvalue()}
    except BaseException:
        said = {"error": traceback.format_exc()}
    print(json.dumps(said), flush=True)
`,
    ],
  },
};

export interface SampleHost {
  /** What the sample prints; rejects with what it throws. One at a time. */
  run(file: string, env: Record<string, string>): Promise<string>;
  close(): void;
}

/** Undefined for a language whose samples need a process each. */
export function startSampleHost(language: string): SampleHost | undefined {
  const host = HOSTS[language];
  if (!host) return undefined;
  const child: ChildProcess = spawn(host.program, host.args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  return {
    async run(file, env) {
      child.stdin?.write(`${JSON.stringify({ file, env })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`the ${language} that runs samples has ended`);
      const { out, error } = JSON.parse(value) as { out?: string; error?: string };
      if (out === undefined) throw new Error(`${file}: ${error}`);
      return out;
    },
    close: () => child.kill(),
  };
}
