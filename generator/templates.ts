// Renders templates: handlebars, strict, without HTML escaping. Where their text comes from is the caller's business.
import Handlebars from 'handlebars';
import type { Render } from './target.js';

/** Text of a template file by its path below templates/, `undefined` where there is none. */
export type ReadTemplate = (file: string) => string | undefined;

export class TemplateError extends Error {}

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
    if (text === undefined) throw new TemplateError(`there is no template ${file}`);
    return text.replaceAll('\r\n', '\n');
  };
  const template = (name: string): Handlebars.TemplateDelegate<object> => {
    let delegate = compiled.get(name);
    if (!delegate) {
      const text = source(`${name}.hbs`);
      for (const [, partial = ''] of text.matchAll(/\{\{~?#?>\s*([\w/-]+)/g))
        if (handlebars.partials[partial] === undefined) handlebars.registerPartial(partial, template(partial));
      delegate = handlebars.compile<object>(text, { strict: true, noEscape: true, knownHelpersOnly: true });
      compiled.set(name, delegate);
    }
    return delegate;
  };
  return (name, view) => {
    if (name.endsWith('.ts')) return source(name);
    try {
      return template(name)(view);
    } catch (error) {
      if (error instanceof TemplateError) throw error;
      throw new TemplateError(`template ${name}.hbs: ${(error as Error).message}`);
    }
  };
}
