// Puts `x-codeSamples` into a contract: what Redoc and other viewers of specs show beside an operation.
import type { Api } from '../../spec/contract/api.js';
import type { Render } from '../target.js';
import type { Language } from './language.js';
import { sampleRequests } from './request.js';
import { sampleText } from './target.js';

type Json = Record<string, unknown>;

interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

/** A copy of the contract's document whose operations carry their samples; an operation's own x-codeSamples are replaced. */
export function withCodeSamples(api: Api, languages: readonly Language[], render: Render): Json {
  const byOperation = new Map<string, CodeSample[]>();
  for (const sample of sampleRequests(api)) {
    const samples = byOperation.get(sample.operationId) ?? [];
    byOperation.set(sample.operationId, samples);
    for (const language of languages) {
      const made = sampleText(language, sample, render);
      if ('text' in made)
        samples.push({ lang: language.title, label: `${language.title}: ${sample.title}`, source: made.text });
    }
  }
  const document = structuredClone(api.document);
  for (const operation of api.operations) {
    const samples = byOperation.get(operation.id) ?? [];
    const raw = rawOperation(document, operation.path, operation.method);
    if (raw && samples.length > 0) raw['x-codeSamples'] = samples;
  }
  return document;
}

function rawOperation(document: Json, path: string, method: string): Json | undefined {
  const item = object(object(document['paths'])?.[path]);
  const additional = object(item?.['additionalOperations'] ?? item?.['x-additionalOperations']);
  return object(item?.[method.toLowerCase()]) ?? object(additional?.[method]);
}

function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}
