// A page with many operations, as it is read by the profile for those.
import { readProfile } from '../../../../cli/documents.js';
import { packageRoot } from '../../../package-root.js';
import { readDocument } from '../../../read/read-document.js';
import type { Page } from '../../page.js';
import { recogniseOperations } from '../recognise-operations.js';

const profile = readProfile('rest-table', packageRoot());

export function pageOf(text: string): Page {
  const reading = readDocument('p.md', text, { headingLevel: () => undefined });
  if (reading.unreadable) throw new Error(reading.unreadable.message);
  return recogniseOperations(reading.document, profile).page;
}
