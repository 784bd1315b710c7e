// A unified diff of two texts, for people. Myers' greedy algorithm over lines.

const CONTEXT = 3;

interface Edit {
  mark: ' ' | '-' | '+';
  text: string;
}

/** Unified diff with three lines of context; empty when the texts are equal. */
export function lineDiff(path: string, before: string | undefined, after: string | undefined): string {
  const edits = compareLines(lines(before), lines(after));
  const hunks = group(edits);
  if (hunks.length === 0) return '';
  const head = `--- ${before === undefined ? '/dev/null' : `a/${path}`}\n+++ ${after === undefined ? '/dev/null' : `b/${path}`}\n`;
  return head + hunks.join('');
}

function lines(text: string | undefined): string[] {
  if (text === undefined || text === '') return [];
  const all = text.split('\n');
  if (all.at(-1) === '') all.pop();
  return all;
}

function compareLines(a: readonly string[], b: readonly string[]): Edit[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const same = (text: string): Edit => ({ mark: ' ', text });
  return [
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

/** Past this many differing lines, all of one side goes and all of the other comes. */
const MOST_EDITS = 1000;

function middle(a: readonly string[], b: readonly string[]): Edit[] {
  const trace: Map<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= Math.min(a.length + b.length, MOST_EDITS); d++) {
    trace.push(new Map(reached));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
      let x = down ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtrack(a, b, trace);
    }
    reached = new Map(reached);
  }
  return [...a.map((text): Edit => ({ mark: '-', text })), ...b.map((text): Edit => ({ mark: '+', text }))];
}

function backtrack(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): Edit[] {
  const edits: Edit[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trace.length - 1; d >= 0; d--) {
    const reached = trace[d] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = reached.get(fromK) ?? 0;
    const fromY = fromX - fromK;
    while (x > fromX && y > fromY && x > 0 && y > 0 && d >= 0 && a[x - 1] === b[y - 1]) {
      edits.push({ mark: ' ', text: a[x - 1] ?? '' });
      x--;
      y--;
    }
    if (d === 0) break;
    if (down) edits.push({ mark: '+', text: b[fromY] ?? '' });
    else edits.push({ mark: '-', text: a[fromX] ?? '' });
    x = fromX;
    y = fromY;
  }
  return edits.reverse();
}

function group(edits: readonly Edit[]): string[] {
  const changed = edits.flatMap((edit, index) => (edit.mark === ' ' ? [] : [index]));
  const ranges: [number, number][] = [];
  for (const index of changed) {
    const last = ranges.at(-1);
    if (last && index - last[1] <= 2 * CONTEXT) last[1] = index;
    else ranges.push([index, index]);
  }
  return ranges.map(([from, to]) => hunk(edits, Math.max(0, from - CONTEXT), Math.min(edits.length, to + CONTEXT + 1)));
}

function hunk(edits: readonly Edit[], from: number, to: number): string {
  const count = (part: readonly Edit[], mark: '-' | '+'): number =>
    part.filter((edit) => edit.mark === ' ' || edit.mark === mark).length;
  const before = edits.slice(0, from);
  const body = edits.slice(from, to);
  const range = (mark: '-' | '+'): string => {
    const length = count(body, mark);
    return `${count(before, mark) + (length > 0 ? 1 : 0)},${length}`;
  };
  return `@@ -${range('-')} +${range('+')} @@\n${body.map((edit) => `${edit.mark}${edit.text}\n`).join('')}`;
}
