// Whether a sample that no title announces is of the request or of the answer.
import { expect, it } from 'vitest';
import { pageOf } from './testing/page-of.js';

const sides = (words: string): [sent: number, answered: number] => {
  const [endpoint] = pageOf(
    `# Berths\n\n## Moor\n\n\`PUT /berths/{id}\`\n\n${words}\n\n\`\`\`json\n{"boat": 3}\n\`\`\`\n`,
  ).endpoints;
  const answered = endpoint?.responses.flatMap(({ body }) => body.samples) ?? [];
  return [endpoint?.body.samples.length ?? 0, answered.length];
};

it.each(['Moors a boat.', 'Answer in time.'])('what a change shows is sent: %s', (words) => {
  expect(sides(words)).toEqual([1, 0]);
});

it.each([
  'Response: `201 Created` for a new one, `200 OK` if it lies there.',
  'Réponse : `201 Created` lors de la première fois.',
  'The request has no body.',
  'Die Anfrage hat keinen Body.',
  "La requête n'a pas de corps.",
  'リクエストボディはありません。',
])('it comes back where the words in front of it are about that, or nothing is sent: %s', (words) => {
  expect(sides(words)).toEqual([0, 1]);
});

it('announces what stands below in the last sentence of a line', () => {
  const words = 'Returns the berths as `{ "berths": [ … ] }`. Filters:';
  const [endpoint] = pageOf(
    `# Berths\n\n## List\n\n\`GET /berths\`\n\n${words}\n\n- \`dock\`: berths of that dock alone\n`,
  ).endpoints;
  expect(endpoint?.parameters.map(({ name }) => name)).toEqual(['dock']);
  expect(endpoint?.description).toContain('Returns the berths');
});
