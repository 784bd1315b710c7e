// Code blocks → commands, URL forms, samples, query options, by the section that they stand in and by what they look like.
import { hasCommand } from '../curl/commands.js';
import { readCurlFence } from '../curl/read-curl.js';
import type { FenceBlock, Inline } from '../read/document.js';
import type { BodyFacts } from './page.js';
import type { PageState } from './page-state.js';
import { readMethods, readStatuses, statusTitle } from './page-text.js';
import { addHeaders, addUrl } from './text-facts.js';
import { readUrls } from './urls.js';

export class FenceReader {
  constructor(private readonly state: PageState) {}

  fence(fence: FenceBlock): void {
    const role = this.state.sections.role;
    const side = this.state.sections.side;
    const caption = this.state.takeCaption();
    if (fence.form === 'unopened' || fence.form === 'unclosed') {
      const missing = fence.form === 'unopened' ? 'opening' : 'closing';
      this.state.report(
        'doc/broken-fence',
        fence.span.start,
        `a code block without its ${missing} mark`,
        'write ``` on a line of its own before and after the code',
      );
    }
    if (hasCommand(fence.text)) this.command(fence, caption);
    else if (this.state.sections.inPartDetails) {
      this.state.body.explanations.push({ value: fence.text, span: fence.span });
      this.state.account.use(fence, 'explanation');
    } else if (role === 'url') this.urlFence(fence, caption);
    else if (role === 'method') this.methodFence(fence);
    else if (role === 'requestSample' || role === 'requestBody') this.sample(this.state.endpoint.body, fence, caption);
    else if (role === 'responseSample' || role === 'responseBody' || role === 'failureBody')
      this.sample(this.state.response.body, fence, caption);
    else if (role === 'errors' && /^\s*[{[<]/.test(fence.text)) this.sample(this.state.failure.body, fence, caption);
    else if (role === 'query' && side === 'request') this.optionFence(fence);
    else if (side === 'response' && this.belowStatus()) this.sample(this.state.response.body, fence, caption);
    else if ((role === 'requestHeader' || role === 'responseHeader') && side) this.headerFence(fence, side);
    else if (role === 'status' && /^\s*[1-5]\d\d\b[^\n]{0,40}\s*$/.test(fence.text)) {
      const line: Inline = { text: fence.text.trim(), span: fence.span, links: [] };
      this.state.response.statuses.push(...readStatuses(line, this.state.profile));
      this.state.account.use(fence, 'status');
    } else if (role === 'status' || role === 'redirect') {
      this.state.response.body.explanations.push({ value: fence.text, span: fence.span });
      this.state.account.use(fence, 'explanation');
    } else if (side && /<\s{0,3}!?\s{0,3}(?:ELEMENT|ATTLIST)\s/.test(fence.text))
      this.sample(this.state.body, fence, caption);
    else this.state.account.ignore(fence, 'prose');
  }

  private belowStatus(): boolean {
    const { heading } = this.state.sections;
    return heading !== undefined && statusTitle(heading, this.state.profile) !== undefined;
  }

  private command(fence: FenceBlock, caption: string | undefined): void {
    const readings = readCurlFence(fence.text);
    this.state.endpoint.commands.push({ fence, readings, ...(caption ? { title: caption } : {}) });
    this.state.account.use(fence, 'command');
  }

  private urlFence(fence: FenceBlock, caption: string | undefined): void {
    const { endpoint } = this.state;
    const example = endpoint.urls.length > 0 && this.state.profile.wording.tellsOfExample.test(caption ?? '');
    const lines = readUrls(fence.text, fence.start, this.state.profile);
    for (const line of lines) {
      if (line.kind === 'url' && example && /^https?:\/\/[^{}]*$/.test(line.text)) continue;
      if (line.kind === 'url') addUrl(this.state, line.text, line.span, line.method);
      else {
        const variant = this.state.profile.titles.match(line.text);
        if (variant?.capture) this.state.sections.variant = variant.capture;
      }
    }
    this.state.account.use(fence, 'url');
  }

  private methodFence(fence: FenceBlock): void {
    const line: Inline = { text: fence.text.trim(), span: fence.span, links: [] };
    this.state.endpoint.methods.push(...readMethods(line, this.state.profile));
    this.state.account.use(fence, 'method');
  }

  private headerFence(fence: FenceBlock, side: 'request' | 'response'): void {
    addHeaders(this.state, { text: fence.text.trim(), span: fence.span, links: [] }, side);
    this.state.account.use(fence, 'header');
  }

  private optionFence(fence: FenceBlock): void {
    const name = /^\s*[?&]?(\$?[A-Za-z_]\w*)\s*=/.exec(fence.text)?.[1];
    if (name && !this.state.page.option)
      this.state.page.option = { name, description: this.state.page.summary, span: fence.span };
    this.state.account.use(fence, 'query option');
  }

  private sample(body: BodyFacts, fence: FenceBlock, caption: string | undefined): void {
    const language = sampleLanguage(fence);
    body.span ??= fence.span;
    if (language === 'dtd') {
      body.explanations.push({ value: fence.text, span: fence.span });
      this.state.account.use(fence, 'dtd');
      return;
    }
    const text = fence.text.trim();
    if (text === '' || this.state.profile.words.none.match(text)) {
      this.state.account.ignore(fence, 'empty');
      return;
    }
    const variant = this.state.sections.variant;
    body.samples.push({
      text: fence.text,
      language,
      span: fence.span,
      start: fence.start,
      fence,
      ...(caption ? { caption } : {}),
      ...(variant ? { variant } : {}),
    });
    this.state.account.use(fence, 'sample');
  }
}

function sampleLanguage(fence: FenceBlock): string {
  const text = fence.text.trimStart();
  if (fence.info === 'dtd' || text.startsWith('<!ELEMENT') || text.startsWith('<!ATTLIST')) return 'dtd';
  if (text.startsWith('{') || text.startsWith('['))
    return /^(?:|te?xt|xml|html)$/.test(fence.info) ? 'json' : fence.info;
  if (text.startsWith('<')) return fence.info || 'xml';
  if (!fence.info && /^[\w.$-]+=/.test(text) && !/\s/.test(text.split('\n')[0]?.trim() ?? '')) return 'form';
  return fence.info;
}
