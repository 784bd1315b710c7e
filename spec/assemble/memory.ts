// Operations as assembled before, for builds after which most pages are the same.
import type { Base } from '../contract/docproof.js';
import type { Endpoint, Page } from '../extract/page.js';
import type { Json, Referral } from './components.js';
import type { Group } from './plan.js';
import { readUrlShape, type UrlShape } from './url-shape.js';

export interface Remembered {
  /** Of the main form, then of the aliases. */
  operations: Json[];
  asked: Referral[];
}

export class AssemblyMemory {
  private common: Page[] = [];
  private readonly groups = new Map<string, Remembered & { endpoints: Endpoint[] }>();

  private readonly shapes = new Map<string, UrlShape>();
  private bases: Base[] | undefined;

  /** The shape of a URL form, read once. */
  shape(url: string, bases: Base[]): UrlShape {
    if (bases !== this.bases) this.shapes.clear();
    this.bases = bases;
    let shape = this.shapes.get(url);
    if (!shape) {
      shape = readUrlShape(url, bases);
      this.shapes.set(url, shape);
    }
    return shape;
  }

  /** Forgets everything where a page that all operations depend on has changed: error lists, variables, query options. */
  start(pages: Page[], tellsOfErrors: (page: Page) => boolean): void {
    const common = pages.filter(
      (page) => tellsOfErrors(page) || page.errors.length > 0 || page.variables.length > 0 || page.option !== undefined,
    );
    if (common.length !== this.common.length || common.some((page, i) => page !== this.common[i])) this.groups.clear();
    this.common = common;
  }

  get(group: Group, key: string): Remembered | undefined {
    const found = this.groups.get(key);
    const same =
      found?.endpoints.length === group.sources.length &&
      group.sources.every((s, i) => s.endpoint === found.endpoints[i]);
    return same ? found : undefined;
  }

  set(group: Group, key: string, made: Remembered): void {
    this.groups.set(key, { ...made, endpoints: group.sources.map((s) => s.endpoint) });
  }
}
