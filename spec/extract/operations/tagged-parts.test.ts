// Operations that pages tell in tags of components.
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../cli/documents.js';
import { packageRoot } from '../../package-root.js';
import { readDocument } from '../../read/read-document.js';
import type { Endpoint, ResponseFacts } from '../page.js';
import { recogniseOperations } from './recognise-operations.js';

const profile = readProfile('rest-table', packageRoot());
const endpointsOf = (text: string): Endpoint[] =>
  recogniseOperations(readDocument('p.md', text, { headingLevel: () => undefined }).document, profile).page.endpoints;
const requestOf = ({ methods, urls }: Endpoint): string => `${methods[0]?.value} ${urls.map(({ text }) => text)}`;
const fieldsOf = ({ body }: Endpoint | ResponseFacts): unknown[] =>
  body.tables.flatMap((table) =>
    table.kind === 'fields' ? table.rows.map(({ name, type, required, notes }) => [name, type, required, notes]) : [],
  );
const answersOf = ({ responses }: Endpoint): unknown[] =>
  responses.map(({ statuses, body }) => [statuses.map(({ code }) => code).join(), body.samples.length]);

describe('tags of components', () => {
  it('in braces hold requests, parameters and answers', () => {
    const [made, gone, ...others] = endpointsOf(
      `# Beds
{% swagger method="post" path="/beds/:id" baseUrl="https://a.example/v2" summary="Make" %}
{% swagger-description %}
Makes one.
{% endswagger-description %}
{% swagger-parameter in="path" name="id" type="String" required="true" %}
{% endswagger-parameter %}
{% swagger-parameter in="query" name="dry" type="Boolean" %}
Only check.
{% endswagger-parameter %}
{% swagger-parameter in="body" name="soil" type="String" required="true" %}
One of \`clay\`, \`sand\`.
{% endswagger-parameter %}
{% swagger-response status="201: Created" description="Made" %}
\`\`\`json
{ "id": 1 }
\`\`\`
{% endswagger-response %}
{% swagger-response status="409" description="Taken" %}
{% endswagger-response %}
{% endswagger %}

{% api-method method="delete" host="https://a.example" path="/beds/:id" %}
{% api-method-query-parameters %}
{% api-method-parameter name="why" type="string" required=true %}
The reason.
{% endapi-method-parameter %}
{% endapi-method-query-parameters %}
{% api-method-response-example httpCode=204 %}
{% endapi-method-response-example %}
{% endapi-method %}
`,
    );
    expect(others).toEqual([]);
    expect(made && [made.title, requestOf(made), made.description]).toEqual([
      'Make',
      'POST https://a.example/v2/beds/:id',
      'Makes one.',
    ]);
    expect(made?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['id', 'path', true],
      ['dry', 'query', false],
    ]);
    expect(fieldsOf(made as Endpoint)).toEqual([['soil', 'String', true, 'One of `clay`, `sand`.']]);
    expect(answersOf(made as Endpoint)).toEqual([
      ['201', 1],
      ['409', 0],
    ]);
    expect(requestOf(gone as Endpoint)).toBe('DELETE https://a.example/beds/:id');
    expect(gone?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['why', 'query', true],
    ]);
    expect(answersOf(gone as Endpoint)).toEqual([['204', 0]]);
  });

  it('of MDX name a parameter by its place, nest, and stand below a request of the front matter', () => {
    const [endpoint, ...others] = endpointsOf(
      `---
title: "Make Parcel"
api: "post https://a.example/parcels"
---

<ParamField header="X-Key" type="string" required={true} />
<ParamField
  body="lines"
  type="object[]"
  required
>
  What is in it, if a > b.

  <Expandable title="lines">
    <ParamField body="name" type="string" required>
      At most 9 characters.
    </ParamField>

    <ParamField body="count" type="integer" default={1}>
      How many.
    </ParamField>
  </Expandable>
</ParamField>

<ResponseField name="id" type="string">The number.</ResponseField>

<ResponseExample>
\`\`\`json 201 - Made
{ "id": "1" }
\`\`\`
\`\`\`json title="402"
{ "error": "poor" }
\`\`\`
</ResponseExample>

Put the ID in place of <ID>.
`,
    );
    expect(others).toEqual([]);
    expect(endpoint && [endpoint.title, requestOf(endpoint)]).toEqual([
      'Make Parcel',
      'POST https://a.example/parcels',
    ]);
    expect(endpoint?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['X-Key', 'header', true],
    ]);
    expect(fieldsOf(endpoint as Endpoint)).toEqual([
      ['lines', 'object[]', true, 'What is in it, if a > b.'],
      ['lines[].name', 'string', true, 'At most 9 characters.'],
      ['lines[].count', 'integer', false, 'How many.'],
    ]);
    expect(endpoint?.responses.flatMap(fieldsOf)).toEqual([['id', 'string', false, 'The number.']]);
    expect(answersOf(endpoint as Endpoint)).toEqual([
      ['201', 1],
      ['402', 1],
    ]);
  });

  it('that fold answers stand below the operation', () => {
    const [endpoint] = endpointsOf(
      '# Meters\n\n## Read\n\n`GET /meters`\n\n<details>\n<summary>200 OK</summary>\n\n```json\n[]\n```\n\n</details>\n<details>\n<summary>404 Not Found</summary>\n</details>\n',
    );
    expect(answersOf(endpoint as Endpoint)).toEqual([
      ['200', 1],
      ['404', 0],
    ]);
  });
});
