// Which privileges operations need, and which of them include which.
import type { Granting } from '../../plan/granting.js';
import type { Operation, Resource } from '../../plan/resources.js';
import { onlyLooks, SAFE_METHODS } from '../../plan/safe-methods.js';
import type { Suite } from '../../plan/subject.js';
import { signature } from '../../url/key-path.js';

/** Whether an operation only looks at something. */
export function isRead(operation: Operation): boolean {
  return SAFE_METHODS.has(operation.op.method) || onlyLooks(operation);
}

export class Privileges {
  /** Each with those that include it at once. */
  private readonly within = new Map<string, Set<string>>();
  /** Those that some operation needs: of others nobody knows whether a server has them. */
  private readonly known: string[];

  private readonly touched = new Map<Operation, Resource[]>();

  constructor(
    private readonly suite: Suite,
    private readonly granting: Granting,
  ) {
    const { api } = granting.operation;
    for (const { name, within } of [...new Set(suite.model.operations.map((o) => o.api)), api].flatMap(
      (one) => one.docs.privileges ?? [],
    ))
      if (within !== undefined) this.within.set(name, (this.within.get(name) ?? new Set()).add(within));
    const needed = suite.model.operations.flatMap(({ op }) => op.docs.privileges ?? []);
    this.known = [...new Set(needed)].filter((name) => granting.privileges.has(name)).sort();
  }

  /**
   * What an operation needs at most: what its page says, and what the pages of all that it touches say, alone and together.
   * Undefined where some of it cannot be granted.
   */
  neededBy(operation: Operation): string[] | undefined {
    const touched = this.touchedBy(operation);
    const reads = isRead(operation);
    const together = this.suite.model.operations.filter((other) => {
      const theirs = this.touchedBy(other);
      return isRead(other) === reads && theirs.length > 0 && theirs.every((one) => touched.includes(one));
    });
    const needs = new Set([operation, ...together].flatMap(({ op }) => op.docs.privileges ?? []));
    return [...needs].every((name) => this.granting.privileges.has(name)) ? [...needs].sort() : undefined;
  }

  /** What an address names, or leads to. */
  private touchedBy(operation: Operation): Resource[] {
    const known = this.touched.get(operation);
    if (known) return known;
    const found: Resource[] = [];
    for (const [i, { text, variable }] of operation.segments.entries()) {
      if (i === 0 || variable !== undefined) continue;
      const scope = found[0]?.scope ?? signature(operation.segments.slice(0, i));
      const one = this.suite.model.named(text, scope);
      if (one) found.push(one);
    }
    this.touched.set(operation, found);
    return found;
  }

  /** Those that a list may grant for sure. */
  grantable(): string[] {
    return this.known;
  }

  /** All that includes none of these. */
  without(needs: readonly string[]): string[] {
    const apart = this.known.filter((name) => !needs.some((need) => this.includes(name, need)));
    if (this.within.size > 0) return apart;
    // Where nothing says which includes which, a name that goes on another's is of a part of that, and of nothing beside.
    return apart.filter((name) => this.known.some((other) => name.startsWith(`${other}-`)));
  }

  /** Of two that an operation needs, each that is not enough alone: pages of what it touches need one of them each. */
  halves(operation: Operation, needs: readonly string[]): string[] {
    const own = operation.op.docs.privileges ?? [];
    if (needs.length !== 2 || own.length !== 2) return [];
    const touched = this.touchedBy(operation);
    const alone = (need: string): boolean =>
      this.suite.model.operations.some((other) => {
        const [one, another] = this.touchedBy(other);
        const theirs = other.op.docs.privileges ?? [];
        const same = isRead(other) === isRead(operation) && one !== undefined && touched.includes(one);
        return same && another === undefined && theirs.length === 1 && theirs[0] === need;
      });
    return needs.every(alone) ? [...needs] : [];
  }

  /** Those that include one alone: its own, and the topmost. */
  above(needs: readonly string[]): string[] {
    const [need, another] = needs;
    if (need === undefined || another !== undefined) return [];
    const all = [...this.ancestors(need)].filter((name) => this.granting.privileges.has(name));
    return [...new Set([all[0], all.at(-1)])].filter((name) => name !== undefined);
  }

  private includes(name: string, need: string): boolean {
    return name === need || this.ancestors(need).has(name);
  }

  /** Nearest first. */
  private ancestors(name: string): Set<string> {
    const found = new Set<string>();
    const climb = (from: string): void => {
      for (const above of this.within.get(from) ?? [])
        if (!found.has(above)) {
          found.add(above);
          climb(above);
        }
    };
    climb(name);
    return found;
  }
}
