// Statuses that documents use for something else than the standard does.
import type { Operation } from './resources.js';

/** Documents that call a wrong request a wrong method: "405: Invalid input". */
export function isMisnamed({ op }: Operation, status: number): boolean {
  const said = op.responses.find((response) => status === 405 && response.status === '405')?.description ?? '';
  return /\b(?:in)?valid|input/i.test(said) && !/method/i.test(said);
}
