// Servers that make the key of a thing from what it is called, and give it another when that changes.
import { expect, it } from 'vitest';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import type { Handler } from './testing/fake-server.js';

const json = (properties: string): string =>
  `content: { application/json: { schema: { type: object, required: [post], properties: { post: { type: object, ${properties} } } } } }`;
const SHOWN = json('properties: { slug: { type: string }, title: { type: string }, text: { type: string } }');
const WRITTEN = 'properties: { title: { type: string }, text: { type: string } }';

const POSTS = `openapi: 3.0.3
info: { title: Posts, version: '1' }
paths:
  /posts:
    post: { operationId: addPost, requestBody: { required: true, ${json(`required: [title, text], ${WRITTEN}`)} }, responses: { '201': { description: made, ${SHOWN} }, '422': { description: wrong } } }
  /posts/{slug}:
    parameters: [{ name: slug, in: path, required: true, schema: { type: string } }]
    get: { operationId: getPost, responses: { '200': { description: ok, ${SHOWN} }, '404': { description: none } } }
    put: { operationId: changePost, requestBody: { required: true, ${json(WRITTEN)} }, responses: { '200': { description: ok, ${SHOWN} }, '422': { description: wrong }, '404': { description: none } } }
    delete: { operationId: removePost, responses: { '204': { description: gone }, '404': { description: none } } }
`;

type Post = { slug: string; title: string; text: string };

/** @param shows the slug that an update answers with */
function postsHandler(posts: Map<string, Post>, shows: (slug: string) => string): Handler {
  const slugOf = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return ({ method, path, body }) => {
    const slug = decodeURIComponent(path.split('/')[2] ?? '');
    const known = posts.get(slug);
    if (slug !== '' && !known) return { status: 404 };
    if (method === 'GET') return { status: 200, body: { post: known } };
    if (method === 'DELETE') return { status: posts.delete(slug) ? 204 : 404 };
    const given = objectIn(body)?.['post'];
    const text = typeof given === 'object' && given !== null ? (given as Partial<Post>) : undefined;
    const whole = { ...known, ...text };
    if (!text || typeof whole.title !== 'string' || typeof whole.text !== 'string') return { status: 422 };
    const post = { title: whole.title, text: whole.text, slug: slugOf(whole.title) };
    posts.delete(slug);
    posts.set(post.slug, post);
    return known
      ? { status: 200, body: { post: { ...post, slug: shows(post.slug) } } }
      : { status: 201, body: { post } };
  };
}

it('what gets another key is found by it, and removed', async () => {
  const posts = new Map<string, Post>();
  const run = await certifyHandler(
    POSTS,
    postsHandler(posts, (slug) => slug),
  );
  expect(failures(run)).toEqual({});
  expect(run.cases.map((c) => c.id)).toContain('story/posts-addPost/update');
  expect([...posts.keys()]).toEqual([]);
});

it('a key that is not of the run is never written to', async () => {
  const posts = new Map([['hello', { slug: 'hello', title: 'Hello', text: 'of somebody' }]]);
  const run = await certifyHandler(
    POSTS,
    postsHandler(posts, () => 'hello'),
    'posts-addPost/',
  );
  expect(Object.keys(failures(run)).length).toBeGreaterThan(0);
  expect(posts.get('hello')?.text).toBe('of somebody');
});
