// Documented URLs as paths of the contract.
import { describe, expect, it } from 'vitest';
import { fixtureText, loadText } from '../testing/certify-fake.js';
import { sampleUrls } from './sample-url.js';

describe('with bases', () => {
  const urls = sampleUrls(loadText(fixtureText('archive')));
  it.each([
    ['https://host1.example/ctl/Archive', { path: '/ctl/Archive', query: '' }],
    ['https://archive1.host1.example/ctl/Folder?q=1', { path: '/archive1/ctl/Folder', query: '?q=1' }],
    ['https://host1.example/archive1/ctl/Folder', { path: '/archive1/ctl/Folder', query: '' }],
    ['https://archive1.host1.example/', { path: '/archive1/', query: '' }],
    ['https://other.example/x', undefined],
    ['not a URL', undefined],
  ])('%s', (url, want) => expect(urls.read(url)).toEqual(want));

  it('replaces addresses inside a text and leaves others', () => {
    const text = 'see "https://archive1.host1.example/ctl/Folder(\'f\')" and https://other.example/';
    expect(urls.replace(text, ({ path }) => `T${path}`)).toBe(
      'see "T/archive1/ctl/Folder(\'f\')" and https://other.example/',
    );
  });
});

it('without bases takes the path of the server off', () => {
  const urls = sampleUrls(loadText(fixtureText('projects')));
  expect(urls.read('https://api.example/v1/projects/7')).toEqual({ path: '/projects/7', query: '' });
});

it('a variable for the host of the server stands for every sample host', () => {
  const spec = fixtureText('projects').replace('https://api.example/v1', 'https://{host}/v1');
  const urls = sampleUrls(loadText(spec), ['https://api.example/v1/projects']);
  expect(urls.read('https://api.example/v1/projects/7')).toEqual({ path: '/projects/7', query: '' });
});
