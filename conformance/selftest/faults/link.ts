// Faults of links as they are read, which show only after others were made.
import { isLink, isSuccess, json, mapList, withJson } from '../exchange-shape.js';
import type { Fault } from '../fault.js';

export const LINK_FAULTS: Fault[] = [
  {
    id: 'links-stale',
    area: 'link',
    what: 'the links of an entity are those of their first reading for ever',
    answer: (answer, request, memory) => {
      if (request.method !== 'GET' || !isLink(request) || !isSuccess(answer)) return undefined;
      const first = memory.get(request.path) as typeof answer | undefined;
      if (first === undefined) memory.set(request.path, answer);
      return first === undefined || first.body.equals(answer.body) ? undefined : first;
    },
  },
  {
    id: 'links-of-every-kind',
    area: 'link',
    what: 'the links of one kind have those of others among them',
    answer: async (answer, request, memory, ask) => {
      const [owner = '', kind] = request.path.split('/$links/');
      const kinds = (memory.get(owner) ?? []) as string[];
      if (kind === undefined || !isLink(request) || !isSuccess(answer)) return undefined;
      if (request.method === 'POST') memory.set(owner, [...kinds, kind]);
      if (request.method !== 'GET' || kind.includes('?')) return undefined;
      let value = json(answer);
      for (const other of kinds.filter((one) => one !== kind))
        mapList(json(await ask({ ...request, path: `${owner}/$links/${other}` })), (more) => {
          value = mapList(value, (list) => [...list, ...more]);
          return more;
        });
      return value === undefined || value === null ? undefined : withJson(answer, value);
    },
  },
];
