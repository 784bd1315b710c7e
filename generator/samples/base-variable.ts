// Finds the base of a documented URL ({CellURL} as https://cell1.unit1.example), which becomes a variable of the sample.
import type { Api, ApiOperation } from '../../spec/contract/api.js';
import type { Base } from '../../spec/contract/docproof.js';
import { environmentName } from './names.js';
import type { Variable } from './sample.js';
import { serverUrl } from './server-url.js';

/** The variable whose value, without its trailing slash, is what the URL starts with; `BASE_URL` where no documented base fits. */
export function baseOfUrl(api: Api, operation: ApiOperation, url: string): Variable {
  for (const base of candidates(api, operation)) {
    for (const form of [...base.forms].reverse()) {
      const value = formPattern(form, api.docs.sampleHosts).exec(url)?.[0];
      if (value !== undefined) return { ...about(base.name), value: value.replace(/\/$/, '') };
    }
  }
  const origin = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/.exec(url)?.[0] ?? '';
  return { ...about('BASE_URL'), value: origin };
}

/** The base of an operation that no command shows, spelled with `value` for a path variable, and the rest of its path. */
export function baseOfPath(
  api: Api,
  operation: ApiOperation,
  value: (name: string) => string,
): { variable: Variable; rest: string } {
  for (const base of candidates(api, operation)) {
    const form = base.forms[0];
    if (form === undefined || !operation.path.startsWith(base.path)) continue;
    const host = api.docs.sampleHosts[0] ?? 'api.example';
    let seen = 0;
    const spelled = form.replace(/\{([^{}]*)\}/g, (_, name: string) => (seen++ === 0 ? host : value(name)));
    return {
      variable: { ...about(base.name), value: spelled.replace(/\/$/, '') },
      rest: `/${operation.path.slice(base.path.length)}`,
    };
  }
  const { url, isOwn } = serverUrl(api, operation);
  const name = isOwn ? `${url.replace(/^https?:\/\//, '')} URL` : 'BASE_URL';
  return { variable: { ...about(name), value: url }, rest: operation.path };
}

function about(name: string): Omit<Variable, 'value'> {
  return { name: environmentName(name), about: 'where the server is' };
}

/** The base that the operation's URL is documented with first, then the longest paths. */
function candidates(api: Api, operation: ApiOperation): Base[] {
  const named = (base: Base): number => (operation.docs.url?.startsWith(`{${base.name}}`) ? 0 : 1);
  return [...api.docs.bases].sort((a, b) => named(a) - named(b) || b.path.length - a.path.length);
}

/** A form as a pattern anchored at the start; its first variable after `://` or `.` is a host, sample hosts are preferred. */
function formPattern(form: string, hosts: string[]): RegExp {
  const host = hosts.length > 0 ? `(?:${hosts.map(literal).join('|')})` : '[^/?#]+';
  const parts = form.split(/(\{[^{}]*\})/);
  const spelled = parts.map((part, i) => {
    if (!part.startsWith('{')) return literal(part);
    return parts[i - 1]?.endsWith('://') && parts[i + 1]?.startsWith('.')
      ? '[^/?#.]+'
      : /[./]$/.test(parts[i - 1] ?? '') && isHost(parts, i)
        ? host
        : '[^/?#]+';
  });
  return new RegExp(`^${spelled.join('')}`);
}

/** Whether the variable stands before the first slash of the path. */
function isHost(parts: string[], at: number): boolean {
  return !parts
    .slice(0, at)
    .join('')
    .replace(/^[a-z]+:\/\//, '')
    .includes('/');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
