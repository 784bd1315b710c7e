// Pages → operations: URL forms grouped by what they lead to, one group per method and resource, over all pages that document it.
import type { Base } from '../contract/docproof.js';
import type { Endpoint, Page, UrlForm } from '../extract/page.js';
import { withoutEnd } from '../without-end.js';
import { complete } from './infer.js';
import { readUrlShape, type UrlShape } from './url-shape.js';

export interface Source {
  page: Page;
  endpoint: Endpoint;
}

export interface Form extends Source {
  url: UrlForm;
  shape: UrlShape;
}

/** One operation: its main form, the aliases, and every page that documents it. */
export interface Group {
  method: string;
  main: Form;
  aliases: Form[];
  /** Every form as any page writes it, also those that differ from others in their variables' names only. */
  forms: Form[];
  sources: Source[];
  /** Groups of the same page and method: more than one need a name for their target. */
  siblings: number;
  methods: number;
  /** What the pages leave out and their commands show. */
  inferred: string[];
}

/** Groups in the order of the pages; the order of forms on a page is kept. */
export function planOperations(pages: Page[], bases: Base[], shapeOf = readUrlShape): Group[] {
  const groups = new Map<string, Group>();
  for (const page of pages)
    for (const endpoint of page.endpoints) {
      const { methods, urls, inferred } = complete(endpoint, bases);
      const shaped = urls.map((url): Form => ({ page, endpoint, url, shape: shapeOf(url.text, bases) }));
      const skeletons = new Set(shaped.map((form) => form.shape.skeleton));
      for (const { value: method } of methods)
        for (const form of shaped) {
          if (form.url.method !== undefined && form.url.method !== method) continue;
          const key = `${method} ${form.shape.skeleton}`;
          let group = groups.get(key);
          if (!group) {
            group = {
              method,
              main: form,
              aliases: [],
              forms: [],
              sources: [],
              siblings: skeletons.size,
              methods: methods.length,
              inferred,
            };
            groups.set(key, group);
          }
          if (!group.sources.some((s) => s.endpoint === endpoint)) group.sources.push({ page, endpoint });
          group.forms.push(form);
        }
    }
  return [...groups.values()].map((group) => {
    const { forms: all } = group;
    const structures = all.map(({ shape }) => withoutEnd(shape.structure, '/'));
    const forms = all.filter((_, i) => structures.indexOf(structures[i] as string) === i);
    const main = forms.reduce((best, form) => (form.shape.keyParts > best.shape.keyParts ? form : best));
    return { ...group, main, aliases: forms.filter((form) => form !== main) };
  });
}
