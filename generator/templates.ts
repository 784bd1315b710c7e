// Renders templates: handlebars, strict, without HTML escaping. Where their text comes from is the caller's business.
import Handlebars from 'handlebars';
import type { Render } from './target.js';

/** Text of a template file by its path below templates/, `undefined` where there is none. */
export type ReadTemplate = (file: string) => string | undefined;

/** Something is wrong with a template; the message begins with the line and column, where they are known. */
export class TemplateError extends Error {
  constructor(
    message: string,
    /** The template's path below templates/. */
    readonly file: string,
    readonly place: string = '',
  ) {
    super(message);
  }
}

/**
 * Makes the render function of a run. `server/operation` renders `server/operation.hbs`; a name that ends in `.ts`
 * gives that source file as it stands. A partial `{{> server/member}}` is the template of that name.
 *
 * @throws TemplateError when a template is missing or wants something that its view has not
 */
export function templateRenderer(read: ReadTemplate): Render {
  const handlebars = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate<object>>();
  const source = (file: string): string => {
    const text = read(file);
    if (text === undefined) throw new TemplateError('there is no template of this name', file);
    return text.replaceAll('\r\n', '\n');
  };
  const template = (name: string): Handlebars.TemplateDelegate<object> => {
    let delegate = compiled.get(name);
    if (!delegate) {
      const text = source(`${name}.hbs`);
      for (const { 1: partial = '', index } of text.matchAll(/\{\{~?#?>\s*([\w/-]+)/g)) {
        if (handlebars.partials[partial] !== undefined) continue;
        if (read(`${partial}.hbs`) === undefined)
          throw new TemplateError(
            `there is no template ${partial}.hbs`,
            `${name}.hbs`,
            `:${text.slice(0, index).split('\n').length}`,
          );
        handlebars.registerPartial(partial, template(partial));
      }
      const made = handlebars.compile<object>(text, { strict: true, noEscape: true, knownHelpersOnly: true });
      // A partial is called from its template: what goes wrong inside is at a line of the partial.
      delegate = (view, options) => {
        try {
          return made(view, options);
        } catch (error) {
          throw error instanceof TemplateError ? error : explained(error as Error, `${name}.hbs`);
        }
      };
      compiled.set(name, delegate);
    }
    return delegate;
  };
  return (name, view) => {
    if (name.endsWith('.ts')) return source(name);
    return template(name)(view);
  };
}

/** What handlebars says, with its place apart and in words that fit a reader who does not know our settings. */
function explained({ message }: Error, file: string): TemplateError {
  const [first = '', ...rest] = message.split('\n');
  const parse = /^Parse error on line (\d+):$/.exec(first);
  if (parse) return new TemplateError(`it can't be parsed\n${rest.join('\n')}`, file, `:${parse[1]}`);
  const [, text = message, line, column] = /^(.*?)(?: - (\d+):(\d+))?$/s.exec(message) ?? [];
  const words = text
    .replace(/^"(.*)" not defined in .*$/s, 'its view has no $1')
    .replace(/^You specified knownHelpersOnly, but used the unknown helper (.*)$/, 'there is no helper $1');
  return new TemplateError(words, file, line === undefined ? '' : `:${line}:${Number(column) + 1}`);
}
