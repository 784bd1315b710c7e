// Body tables, samples and prose of an operation's pages → Request Body Object.
import { readingsOf } from '../extract/command-readings.js';
import type { ParameterFact } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { samplesFor } from './body-schema.js';
import type { Components, Json } from './components.js';
import { examplesOf, merged } from './content.js';
import type { ReadField } from './field-schema.js';
import { requestMedia, sentFileMedia } from './media.js';
import { pascal } from './names.js';
import type { Group, Source } from './plan.js';
import { type BodyContext, namedBody } from './responses.js';

interface Given {
  profile: Profile;
  read: ReadField;
  components: Components;
}

export function requestBody(group: Group, context: BodyContext, given: Given): Json | undefined {
  const documented = group.sources.filter(
    ({ endpoint: { body } }) => !body.none && (body.tables.length > 0 || body.samples.length > 0 || body.format),
  );
  const [source = group.sources.find((s) => !s.endpoint.body.none && s.endpoint.body.prose.length > 0), ...others] =
    documented;
  if (!source) return given.profile.infer.samples ? sentFile(group, given.profile) : undefined;
  const first = bodyOf(source, context, given);
  for (const other of others)
    first['content'] = merged(first['content'] as Json, bodyOf(other, context, given)['content'] as Json, anyOf);
  return first;
}

/** A body of which only the commands tell, by the file that they send. */
function sentFile({ sources }: Group, profile: Profile): Json | undefined {
  const types = sources.flatMap(({ endpoint: { body, commands, parameters } }) =>
    body.none ? [] : sentFileMedia(commands, contentType(parameters), profile),
  );
  if (types.length === 0) return undefined;
  return { content: Object.fromEntries(types.map((type) => [type, {}])) };
}

/** The row of the documented header. */
function contentType(parameters: readonly ParameterFact[]): ParameterFact | undefined {
  return parameters.find((p) => p.in === 'header' && p.name.toLowerCase() === 'content-type');
}

/** What pages that document one operation say of a body each: all of it may be sent. */
function anyOf(known: Json, added: Json): Json {
  const alternatives = (known['anyOf'] ?? [known]) as Json[];
  const same = alternatives.some((one) => JSON.stringify(one) === JSON.stringify(added));
  return same ? known : { anyOf: [...alternatives, added] };
}

function bodyOf({ endpoint }: Source, context: BodyContext, { profile, read, components }: Given): Json {
  const { body, parameters, commands } = endpoint;
  const types = requestMedia(body, contentType(parameters), profile, commands);
  const { schema, contested } = namedBody(
    body,
    context,
    `${pascal(context.id)}Request`,
    { read, wording: profile.wording, said: [...body.prose, ...(endpoint.said ?? [])].map(({ value }) => value) },
    components,
    {
      closed: true,
      infer: profile.infer.samples,
      sent: commands.flatMap(readingsOf).flatMap(({ meant }) => (meant?.body ? [meant.body] : [])),
    },
  );
  const content = Object.fromEntries(
    types.map((type) => {
      const examples = examplesOf(samplesFor(body, context), type);
      return [type, { ...(schema ? { schema } : {}), ...(examples ? { examples } : {}) }];
    }),
  );
  const explanations = body.explanations.map((fact) => fact.value);
  const prose = body.prose.map((fact) => fact.value);
  const description = [...prose, ...explanations].join('\n\n');
  const required = body.tables.some((t) =>
    t.kind === 'unnamed' ? t.required : t.kind !== 'xml' && t.rows.some((row) => row.required),
  );
  return {
    ...(description ? { description } : {}),
    ...(required ? { required } : {}),
    content,
    ...(contested.length > 0 ? { 'x-docproof': { contested } } : {}),
  };
}
