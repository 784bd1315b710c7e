// Characters that are told by where they may not stand, or as some among others; limits beside a null or around a name.
import { effective as e, itReads, type Phrase } from './testing/phrase.js';

const NAME = '^[a-zA-Z0-9][a-zA-Z0-9\\-_]*$';
const PHRASES: Phrase[] = [
  e('1 to 128 half-width alphanumeric characters, may not start with - or _', {
    ...{ minLength: 1, maxLength: 128, pattern: NAME },
  }),
  e('8 to 20 alphanumeric characters, cannot begin with a digit', {
    ...{ minLength: 8, maxLength: 20, pattern: '^[a-zA-Z][a-zA-Z0-9]*$' },
  }),
  e('At least 8 characters including a digit', { minLength: 8, pattern: undefined }),
  e('8文字以上、数字を1文字以上含むこと', { minLength: 8, pattern: undefined }),
  e('Mindestens 8 Zeichen, darunter eine Ziffer', { minLength: 8, pattern: undefined }),
  e('Au moins 8 caractères, dont un chiffre', { minLength: 8, pattern: undefined }),
  e('Alphanumeric characters and symbols (!, #, $) of 6 to 32 characters', {
    ...{ minLength: 6, maxLength: 32, pattern: '^[a-zA-Z0-9!#$]+$' },
  }),
  e('半角小文字英字、数字、ハイフンのみ。先頭は数字またはハイフン不可', { pattern: '^(?:[a-z][a-z0-9\\-]*)?$' }),
  e('桁数：1-128 文字種：半角英数字とハイフン("-")とアンダースコア("_") ただし先頭文字に記号は不可', {
    ...{ minLength: 1, maxLength: 128, pattern: NAME },
  }),
  e('32桁の16進数固定', { minLength: 32, maxLength: 32, pattern: '^[0-9ABCDEFabcdef]+$' }),
  e('String [1..128]', { minLength: 1, maxLength: 128, type: 'string', minimum: undefined }),
  e('null, or 1-128 characters', { minLength: 1, maxLength: 128, nullable: true }),
  e('nullまたは1～128文字', { minLength: 1, maxLength: 128, nullable: true }),
  e('1 <= n <= 100', { minimum: 1, maximum: 100 }),
  e('1秒～3600秒（既定値：3600秒）', { minimum: 1, maximum: 3600, default: 3600 }),
  e('上限100件の配列', { type: 'array', maxItems: 100 }),
  e('true：有効　false：無効', { type: 'boolean' }),
  e('true: on, false: off', { type: 'boolean' }),
  e('small（デフォルト）、largeのいずれか', { enum: ['small', 'large'], default: 'small' }),
  e('URI of at most 1024 characters, scheme http or https; null allowed', {
    ...{ maxLength: 1024, format: 'uri', pattern: '^(?:http|https):[^\\s]*$', nullable: true },
  }),
  e('URL形式（http／https）、末尾は「/」', { format: 'uri', pattern: '^(?:http|https):[^\\s]*\\/$' }),
];

itReads(PHRASES);
