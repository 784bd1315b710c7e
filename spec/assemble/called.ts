// What an operation may be called where pages speak of it: by its address, or by its title.
import type { Called } from '../extract/operations/told-scope.js';
import type { Group } from './plan.js';

export interface CalledGroup extends Called {
  group: Group;
}

export function calledOf(group: Group): CalledGroup {
  const { method, main, sources } = group;
  const titles = sources.flatMap(({ page, endpoint }) =>
    page.endpoints.length === 1 ? [endpoint.title, page.title] : [endpoint.title],
  );
  return { group, method, path: main.shape.path, titles };
}
