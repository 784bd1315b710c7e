// More ways in which cells of tables word what may be; as wordings.test.ts, English beside Japanese.
import { effective as e, itReads, notes as n, type Phrase } from './testing/phrase.js';

const nothing = undefined;
const SYMBOLS = '\\ / : * ? " < > |';

const PLACEHOLDERS: Phrase[] = [
  e('rows={From}-{To}\n{From}: 0 or more\n{To}: 0 or more', { type: nothing }),
  e('行={開始}-{終了}\n{開始}：0以上', { type: nothing }),
  e('{Level}.{Part}\n{Level}: low / high', { enum: nothing, pattern: nothing }),
];

const CHARACTERS: Phrase[] = [
  e(`The following characters can not be used\n${SYMBOLS}`, { pattern: '^[^"*/:<>?\\\\|]*$' }),
  e(`Characters other than the following can be used\n${SYMBOLS}`, { pattern: '^[^"*/:<>?\\\\|]*$' }),
  e('Character type: other than spaces', { pattern: '^[^ ]*$' }),
  e(`以下の文字は使用不可\n${SYMBOLS}`, { pattern: '^[^"*/:<>?\\\\|]*$' }),
  e(`使用可能文字種：以下の文字以外\n${SYMBOLS}`, { pattern: '^[^"*/:<>?\\\\|]*$' }),
  e('The following characters are replaced\n/ :', { pattern: nothing }),
  e('Letters and hyphens ("-")\nThe first character is only a letter', { pattern: /^\^\(\?:\[a-zA-Z\]/ }),
  e('Letters and digits\nThe first character is ignored', { pattern: '^[a-zA-Z0-9]*$' }),
  e('Letters and hyphens ("-")\n* However, "-" cannot be used for the first character', {
    pattern: /^\^\(\?:\[a-zA-Z\]/,
  }),
  e('1 - 64 half size characters', { minLength: 1, maxLength: 64 }),
  n('3 to 8 characters: uppercase letters and digits. Unique.', { minLength: 3, maxLength: 8, pattern: '^[A-Z0-9]+$' }),
  n('1–20 characters (letters, digits and hyphens)', { minLength: 1, maxLength: 20, pattern: '^[a-zA-Z0-9\\-]+$' }),
  n('Up to 9 characters, lower-case letters, digits and `-`', { maxLength: 9, pattern: '^[a-z0-9\\-]*$' }),
  n('1–9 characters out of `a-z`, `0-9` and `-`.', {
    minLength: 1,
    maxLength: 9,
    pattern: '^[a-z0-9\\-]+$',
    enum: nothing,
  }),
  n('Up to 40 characters, digits count twice.', { maxLength: 40, pattern: nothing }),
];

/** Letters and digits, and `-` behind the first. */
const NO_FIRST = /^\^\(\?:\[a-zA-Z0-9\]\[a-zA-Z0-9\\-\]\*/;
const FIRST: Phrase[] = [
  e('Alphanumeric characters, "-". "-" cannot be used as the first character', { pattern: NO_FIRST }),
  e('Alphanumeric characters, "-" ("-" cannot be used as the first character)', { pattern: NO_FIRST }),
  e('Alphanumeric characters, "-" (but "-" cannot be used as the first character)', { pattern: NO_FIRST }),
  e('A-Z a-z 0-9 -. Hyphens are not allowed at the beginning.', { pattern: NO_FIRST }),
  e('Letters, numbers and hyphens. Must start with a letter or number.', { pattern: NO_FIRST }),
  e('半角英数字、-のみ使用可。-で始まる文字列は不可', { pattern: NO_FIRST }),
  e('半角英数字とハイフン。先頭にハイフンは使えません', { pattern: NO_FIRST }),
];

const LENGTHS: Phrase[] = [
  e('At least 2 and at most 9 characters', { minLength: 2, maxLength: 9 }),
  e('min 2 / max 9 characters', { minLength: 2, maxLength: 9 }),
  e('minLength: 2, maxLength: 9', { minLength: 2, maxLength: 9, enum: nothing }),
  e('2 ≤ length ≤ 9', { minLength: 2, maxLength: 9, type: 'string' }),
  e('String (2-9)', { minLength: 2, maxLength: 9 }),
  e('最小文字数2、最大文字数9', { minLength: 2, maxLength: 9 }),
  e('2以上9以下の文字数', { minLength: 2, maxLength: 9, type: 'string' }),
  e('文字数は2以上9以下', { minLength: 2, maxLength: 9, type: 'string' }),
];

const SIGNED = ['size', '-size', 'made', '-made'];
const ORDERS: Phrase[] = [
  n('`size` or `made`; prefix with `-` for descending order. Default: `-made`', { enum: SIGNED, default: '-made' }),
  n('`size`, `-size`, `made` or `-made`. A minus means descending.', { enum: SIGNED }),
  n('One of `size`, `made`. A leading minus sorts in descending order.', { enum: SIGNED }),
  n('`size` or `made`, with a minus in front for descending order', { enum: SIGNED }),
  n('`size` oder `made`, mit `-` davor absteigend. Standard: `size`', { enum: SIGNED, default: 'size' }),
  n('`size` ou `made`, précédé de `-` pour un ordre décroissant', { enum: SIGNED }),
  n('`size`または`made`。先頭に`-`を付けると降順', { enum: SIGNED }),
  n('`size` or `made`; prefix with `+` for descending order', { enum: ['size', 'made'] }),
];

const ADDRESSES: Phrase[] = [
  e('URL of http or https\nTrailing slash is required', { format: 'uri', pattern: '^(?:http|https):[^\\s]*\\/$' }),
  e('Follow URI format (scheme: http / https), ends with "/"', {
    format: 'uri',
    pattern: '^(?:http|https):[^\\s]*\\/$',
  }),
  e('Only URLs beginning with "https:"', { format: 'uri', pattern: '^(?:https):[^\\s]*$' }),
  e('httpsから始まるURL', { format: 'uri', pattern: '^(?:https):[^\\s]*$' }),
  e('httpまたはhttpsのURL\n末尾に"/"が必要', { format: 'uri', pattern: '^(?:http|https):[^\\s]*\\/$' }),
  e('URL形式\n末尾に「/」は不可', { format: 'uri', pattern: '^[A-Za-z][A-Za-z0-9+.\\-]*:[^\\s]*[^\\s/]$' }),
];

const VALUES: Phrase[] = [
  e('Enum: open, shut', { enum: ['open', 'shut'] }),
  e('‘open’ or ‘shut’', { enum: ['open', 'shut'] }),
  e('It is the keeper‘s door', { enum: nothing }),
  e('①open\n②shut', { enum: ['open', 'shut'] }),
  e('open／shut', { enum: ['open', 'shut'] }),
  e('open・shut', { enum: ['open', 'shut'] }),
  e('open=開く、shut=閉じる', { enum: ['open', 'shut'] }),
  e('open,shutのみ指定可', { enum: ['open', 'shut'] }),
  e('open,shutから選択', { enum: ['open', 'shut'] }),
  e('IDまたはNameを指定', { enum: nothing }),
  [
    { effective: 'open\nshut', notes: '規定値はshut' },
    { enum: ['open', 'shut'], default: 'shut' },
  ],
  [
    { effective: 'open\nshut', notes: '省略するとshutとなる' },
    { enum: ['open', 'shut'], default: 'shut' },
  ],
  [
    { effective: 'open\nshut', notes: '省略可（shutとして扱う）' },
    { enum: ['open', 'shut'], default: 'shut' },
  ],
  [
    { effective: 'open\nshut', notes: 'shut is used if nothing is given' },
    { enum: ['open', 'shut'], default: 'shut' },
  ],
  e('Following values\n- open\n- shut', { enum: ['open', 'shut'] }),
  e('When Kind is gate open: Opens it shut: Shuts it When Kind is lamp on: Light off: No light', {
    enum: ['open', 'shut', 'on', 'off'],
  }),
  e('When Kind is gate it is open: see the page', { enum: nothing }),
  e('Following values are refused\n- open\n- shut', { enum: nothing }),
  e('Specify "open" or "shut"', { enum: ['open', 'shut'] }),
  e('"open" or "shut" can be specified', { enum: ['open', 'shut'] }),
  e('Specify "open" of the gate', { enum: nothing }),
  e('Only "2" is valid', { enum: ['2'] }),
  e('以下のいずれかの値\nopen：開く\nshut：閉じる', { enum: ['open', 'shut'] }),
  e('次の値を指定可能\nopen\nshut', { enum: ['open', 'shut'] }),
  e('"open"または"shut"を指定', { enum: ['open', 'shut'] }),
  e('"open"（固定）', { enum: ['open'] }),
  e('門の"open"を指定', { enum: nothing }),
];

const REQUIRED: Phrase[] = [
  n('ToとGroupのどちらか一方は必須', { enum: nothing }),
  n('ToまたはGroupのいずれか必須', { enum: nothing }),
  n('To、Groupのどちらかを指定する必要がある', { enum: nothing }),
  e('open、shutのどちらかを指定', { enum: ['open', 'shut'] }),
];

const NUMBERS: Phrase[] = [
  e('Half size numbers (1 - 99)', { minimum: 1, maximum: 99 }),
  e('Half size numbers (1 - 9 digits)', { minLength: 1, maxLength: 9 }),
  e('CSV format\nUp to 10 can be specified', { type: nothing }),
  e('CSV形式\n最大10', { type: nothing }),
];

const DEFAULTS: Phrase[] = [
  n('When omitted, "shelf1" is set', { default: 'shelf1' }),
  n('When omitted, the time is set', { default: nothing }),
  n('Empty string by default', { default: '' }),
  n('When omitted, it is treated as an empty string', { default: '' }),
  n('指定しない場合は3600秒', { default: 3600 }),
];

const NULLS: Phrase[] = [
  e('Number of digits: 1 - 8 (null allowed)', { minLength: 1, maxLength: 8, nullable: true }),
  e('Number of digits: 1 - 8 (null not allowed)', { minLength: 1, maxLength: 8, nullable: false }),
  e('棚の名前（置かない場合はnull）', { nullable: true }),
];

const LISTS: Phrase[] = [
  e('配列\n要素数は100まで', { type: 'array', maxItems: 100 }),
  e('配列\n要素数：最大100', { type: 'array', maxItems: 100 }),
  e('Array of strings\nUp to 5 items, no duplicates', { type: 'array', maxItems: 5, uniqueItems: true }),
  e('Array of strings\nHöchstens 5 Elemente, keine Duplikate', { maxItems: 5, uniqueItems: true }),
  e('Array of strings\nAu plus 5 éléments, sans doublons', { maxItems: 5, uniqueItems: true }),
  e('配列\n重複不可', { type: 'array', uniqueItems: true }),
  n('`draft` or `sold`; several separated by commas', { pattern: '^(?:draft|sold)(?:, ?(?:draft|sold))*$' }),
  n('`draft` oder `sold`, mehrere durch Kommas getrennt', { pattern: /^\^\(\?:draft\|sold\)/ }),
];

itReads(
  [
    PLACEHOLDERS,
    CHARACTERS,
    FIRST,
    LENGTHS,
    ORDERS,
    ADDRESSES,
    VALUES,
    REQUIRED,
    NUMBERS,
    DEFAULTS,
    NULLS,
    LISTS,
  ].flat(),
);
