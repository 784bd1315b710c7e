import { expect, it } from 'vitest';
import { formsOf } from './optional-parts.js';

it.each([
  ['{CellURL}a', ['{CellURL}a']],
  ['{CellURL}a[/{b}]', ['{CellURL}a/{b}', '{CellURL}a']],
  ['{CellURL}[{a}/]{b}', ['{CellURL}{a}/{b}', '{CellURL}{b}']],
  ['/a[/{b}[/{c}]]', ['/a/{b}/{c}', '/a/{b}', '/a']],
  ["{CellURL}A(n='{a}'[,b='{c}'])", ["{CellURL}A(n='{a}',b='{c}')", "{CellURL}A(n='{a}')"]],
  ['{CellURL}A(n=‘{a}’)', ["{CellURL}A(n='{a}')"]],
  ['/a[?b={c}]', ['/a?b={c}']],
  ['/a?ids[]={b}&c[0]={d}', ['/a?ids[]={b}&c[0]={d}']],
  [`/a${'[/b]'.repeat(9)}`, expect.objectContaining({ length: 5 })],
])('%s', (url, forms) => expect(formsOf(url)).toEqual(forms));
