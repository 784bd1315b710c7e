// Code blocks of many-operation pages: commands, HTTP messages, samples, status lines, URLs and methods.
import { hasCommand } from '../../curl/commands.js';
import type { FenceBlock, Inline, ItemBlock } from '../../read/document.js';
import type { Account } from '../account.js';
import type { Sample, StatusFact } from '../page.js';
import { readMethods } from '../page-text.js';
import { isUrl } from '../urls.js';
import { looksLikeJson, readHttpMessage, statusLines } from './answers.js';
import { headerLines } from './header-lines.js';
import type { OpenOperation } from './open-operation.js';
import type { Surroundings } from './section.js';
import { STATUS_CODES } from './status-codes.js';

/** JSON in code marks in the text of a page, as a sample. @param start offset of the JSON */
export function sampleInText(text: string, start: number, caption: string): Sample {
  const part = { text, start, span: { start, end: start + text.length } };
  return { ...part, language: 'json', caption, fence: { ...part, kind: 'fence', info: 'json', form: 'indented' } };
}

/** `Content: {"id": 1}` in code behind the status that it comes with. */
export function sampleOfItem({ span, text }: ItemBlock, source: string): Sample | undefined {
  const found = /`([[{][^`]{1,4000}[\]}])`/.exec(source.slice(span.start, span.end));
  const caption = text.split('\n')[0]?.trim() ?? '';
  return found?.[1] ? sampleInText(found[1], span.start + found.index + 1, caption) : undefined;
}

/** A fence with request lines; the whole message may stand in it, with the body behind an empty line. */
export function readRequestFence(fence: FenceBlock, open: OpenOperation, account: Account): void {
  const message = readHttpMessage(fence);
  account.use(fence, 'request line');
  if (!message || !/^[[{]/.test(message.text)) return;
  const sample = { text: message.text, language: 'json', span: fence.span, start: message.start, fence };
  open.sample('request', sample);
}

/** A fence where no operation is open may hold a command of the page; else it is about nothing. */
export function readFence(fence: FenceBlock, { open, section, page, profile }: Surroundings) {
  const { caption, announced } = section;
  section.caption = undefined;
  section.announced = undefined;
  if (!open) {
    if (!hasCommand(fence.text)) return page.account.ignore(fence, 'prose');
    page.commands.push({ fence });
    return page.account.use(fence, 'command');
  }
  if (section.role === 'url' || section.role === 'method') {
    const line: Inline = { text: fence.text.trim(), span: fence.span, links: [] };
    if (section.role === 'method') open.methods(readMethods(line, profile));
    else for (const url of line.text.split('\n')) if (isUrl(url.trim())) open.url(url.trim(), fence.span);
    return page.account.use(fence, section.role);
  }
  if (hasCommand(fence.text)) {
    open.command({ fence, ...(caption ? { title: caption } : {}) });
    open.queries.shown(fence);
    page.account.use(fence, 'command');
    return section.enter('responseSample');
  }
  const headers = section.role === 'requestHeader' ? headerLines(fence, profile) : [];
  if (headers.length > 0) {
    for (const header of headers) open.bullet(0, header, section.role);
    return page.account.use(fence, 'request header');
  }
  const message = readHttpMessage(fence);
  if (message) {
    page.account.use(fence, 'sample');
    if (message.status) {
      open.answers([message.status]);
      open.headers.shown(message.headers, message.status);
    }
    if (message.text !== '')
      open.sample(
        message.status ? 'response' : 'request',
        { text: message.text, language: message.type ?? 'json', span: fence.span, start: message.start, fence },
        message.status,
      );
    return;
  }
  const isXml = fence.info === 'xml' || (fence.info === '' && /^\s*<\?xml\s/.test(fence.text));
  if (!looksLikeJson(fence) && !isXml) {
    const statuses = statusLines(fence, profile);
    open.answers(statuses);
    if (statuses.length === 1) open.entitle(statuses[0]);
    return statuses.length > 0 ? page.account.use(fence, 'status') : page.account.ignore(fence, 'other code');
  }
  const status = statusBeside(fence, page.document.text) ?? announced;
  if (status) open.answers([status]);
  const side = status ? 'response' : open.sideOfSample(section.role);
  const language = isXml ? 'xml' : fence.info === '' || fence.info.startsWith('json') ? 'json' : fence.info;
  const told = caption && caption.length < 200 ? { caption } : {};
  const sample = { text: fence.text, language, span: fence.span, start: fence.start, fence, ...told };
  open.sample(side, sample, status);
  page.account.use(fence, 'sample');
}

/** The status of the answer that a code block shows, behind the language beside its opening mark: "json 201 - Created". */
function statusBeside({ span, start }: FenceBlock, source: string): StatusFact | undefined {
  const [, code, words = ''] =
    /^[ \t`~]{3,20}\w{1,20}[ \t]{1,4}(?:title=)?["'{]{0,2}([1-5]\d\d)(?![\w.-])([^\n"'}]{0,100})/.exec(
      source.slice(span.start, start),
    ) ?? [];
  const description = words.replace(/^[ \t:–—-]{1,6}/, '').trim();
  return code ? { code, description: description || (STATUS_CODES[code] ?? ''), span } : undefined;
}
