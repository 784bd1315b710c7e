// Lines that announce what stands below: by the words of captions, or a title that stands alone.
import type { Profile, Role } from '../../profiles/profile.js';
import { isMethod } from '../page-text.js';

/** What a line announces; undefined where it is a line like others. */
export function captionOf(line: string, profile: Profile): Role | undefined {
  const text = line.replace(/^> ?/, '');
  const announced = announcesAnswer(text, profile) ? 'responseBody' : undefined;
  const caption = profile.captions.match(text)?.value ?? announced;
  if (caption !== undefined || text.length > 40 || /[.!?。]$/.test(text)) return caption;
  const title = profile.titles.match(text.replace(/ \([^()]{1,40}\):?$/, ''))?.value;
  return title === 'overview' || title === 'url' || title === 'method' ? undefined : title;
}

/** "Response: `201 Created` when it is new, `200 OK` when it was there": what stands below is what comes back. */
export function beginsAnswer(line: string, profile: Profile): boolean {
  const title = /^([\p{L}][\p{L} ]{2,30}?) ?[:：] ?[`"*]{0,3}[1-5]\d\d(?!\d)/u.exec(line)?.[1];
  return title !== undefined && profile.titles.match(title)?.value === 'response';
}

/** "Returns a list of things with:": what stands below is what comes back. */
function announcesAnswer(line: string, profile: Profile): boolean {
  const words = /[:：]$/.test(line) && line.length < 120 ? line.split(/\s+/) : [];
  const [first = ''] = words;
  return words.length > 2 && !isMethod(first.toUpperCase()) && profile.words.answers.match(first) !== undefined;
}
