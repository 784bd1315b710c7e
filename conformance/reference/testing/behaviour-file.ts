// Reads behaviour tables: one line per case, grouped into scenes that each get a cell of their own. See behaviour/README.md.

export interface BehaviourCase {
  line: number;
  text: string;
  method: string;
  /** Relative to `{cell}__ctl/`; from `/` the unit's, from `~/` the cell's. Spaces and quotes as they read. */
  url: string;
  headers: [name: string, value: string][];
  body?: string;
  status: number;
  /** Code of the error body, or of OAuth's error_description. */
  code?: string;
  /** Wanted headers; `*` in a value stands for anything, `-` for absent. */
  wantedHeaders: [name: string, value: string][];
  /** What the body must hold at least. */
  wantedBody?: unknown;
  /** Names for later: dotted paths into the body, or a header. */
  saves: [name: string, from: string][];
}

export type Step = { kind: 'case'; case: BehaviourCase } | { kind: 'wait'; ms: number };

export interface Scene {
  title: string;
  line: number;
  steps: Step[];
}

/** @throws Error with the line of what can't be read */
export function readBehaviour(text: string): Scene[] {
  const scenes: Scene[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) {
      if (line.startsWith('## ')) scenes.push({ title: line.slice(3), line: index + 1, steps: [] });
      continue;
    }
    const scene = scenes.at(-1);
    if (!scene) throw new Error(`line ${index + 1}: a case before the first scene`);
    const wait = /^wait (\d+) ms$/.exec(line)?.[1];
    scene.steps.push(wait ? { kind: 'wait', ms: Number(wait) } : { kind: 'case', case: readCase(line, index + 1) });
  }
  return scenes;
}

function readCase(text: string, line: number): BehaviourCase {
  const arrow = text.lastIndexOf(' => ');
  const request = /^([A-Z]+) (.*?)((?: \[[\w-]+: [^\]]*\])*)(?: < (.*))?$/.exec(text.slice(0, arrow));
  const wanted = /^(\d{3})( PR\d{3}-[A-Z]{2}-\d{4})?((?: \[[\w-]+: [^\]]*\])*)( [{"].*?)?((?: save \w+=\S+)*)$/.exec(
    text.slice(arrow + 4),
  );
  if (arrow === -1 || !request || !wanted) throw new Error(`line ${line}: can't be read: ${text}`);
  const [, method = '', url = '', headers = '', body] = request;
  const [, status, code, wantedHeaders = '', wantedBody, saves = ''] = wanted;
  return {
    line,
    text,
    method,
    url: url.trim(),
    headers: readHeaders(headers),
    ...(body === undefined ? {} : { body }),
    status: Number(status),
    ...(code ? { code: code.trim() } : {}),
    wantedHeaders: readHeaders(wantedHeaders),
    ...(wantedBody ? { wantedBody: JSON.parse(wantedBody) as unknown } : {}),
    saves: [...saves.matchAll(/ save (\w+)=(\S+)/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  };
}

function readHeaders(text: string): [string, string][] {
  return [...text.matchAll(/\[([\w-]+): ([^\]]*)\]/g)].map((match) => [match[1] ?? '', match[2] ?? '']);
}
