// What the operations of one page were read as → the page.
import type { Diagnostic } from '../diagnostic.js';
import type { Span } from '../read/document.js';
import { readingsOf } from './command-readings.js';
import type { CommandFence, Endpoint, Page } from './page.js';

interface PartReading {
  page: Page;
  diagnostics: Diagnostic[];
}

/** @param others the readings of the further operations; what stands outside all parts is in each of them */
export function joinParts(first: PartReading, others: PartReading[]): PartReading {
  const parts = [first, ...others];
  const pages = parts.map((part) => part.page);
  const endpoints = pages.flatMap((page) => page.endpoints.map((endpoint) => described(endpoint, page)));
  shareCommands(endpoints);
  const diagnostics = new Map(parts.flatMap((part) => part.diagnostics.map((one) => [JSON.stringify(one), one])));
  const option = pages.find((page) => page.option)?.option;
  return {
    page: {
      ...first.page,
      endpoints,
      commands: once(pages.flatMap((page) => page.commands)),
      errors: once(pages.flatMap((page) => page.errors)),
      variables: once(pages.flatMap((page) => page.variables)),
      ...(option ? { option } : {}),
      headings: once(pages.flatMap((page) => page.headings)),
      comments: once(pages.flatMap((page) => page.comments)),
    },
    diagnostics: [...diagnostics.values()],
  };
}

/** The operation with the words of the page and its own. */
function described(endpoint: Endpoint, { overview, restrictions }: Page): Endpoint {
  const description = [overview, endpoint.description, restrictions].filter(Boolean).join('\n\n');
  return description === '' ? endpoint : { ...endpoint, description };
}

/** A command outside all parts is of the operation that has its method. */
function shareCommands(endpoints: Endpoint[]): void {
  const own = new Map<Endpoint, CommandFence[]>(endpoints.map((endpoint) => [endpoint, []]));
  const seen = new Set<number>();
  for (const { commands } of endpoints)
    for (const command of commands) {
      const { start } = command.fence.span;
      if (seen.has(start)) continue;
      seen.add(start);
      const having = endpoints.filter((one) => one.commands.some(({ fence }) => fence.span.start === start));
      const [only] = having;
      if (only && having.length === 1) own.get(only)?.push(command);
      else
        for (const [endpoint, readings] of byMethod(command, having)) own.get(endpoint)?.push({ ...command, readings });
    }
  for (const [endpoint, commands] of own) endpoint.commands = commands;
}

function byMethod(command: CommandFence, endpoints: Endpoint[]): Map<Endpoint, ReturnType<typeof readingsOf>> {
  const found = new Map<Endpoint, ReturnType<typeof readingsOf>>();
  for (const reading of readingsOf(command)) {
    const endpoint =
      endpoints.find(({ methods }) => methods.some(({ value }) => value === reading.meant?.method)) ?? endpoints[0];
    if (endpoint) found.set(endpoint, [...(found.get(endpoint) ?? []), reading]);
  }
  return found;
}

/** In the order of the page, each once. */
function once<T extends { span: Span } | { fence: { span: Span } }>(found: T[]): T[] {
  const spanOf = (one: T): Span => ('span' in one ? one.span : one.fence.span);
  const byPlace = new Map(found.map((one) => [spanOf(one).start, one]));
  return [...byPlace].sort(([a], [b]) => a - b).map(([, one]) => one);
}
