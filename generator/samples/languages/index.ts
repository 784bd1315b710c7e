// Every language of samples, in the order of the index page.
import type { Language } from '../language.js';
import { csharp } from './csharp.js';
import { curl } from './curl.js';
import { go } from './go.js';
import { httpMessage } from './http-message.js';
import { java } from './java.js';
import { javascript, typescript } from './javascript.js';
import { kotlin } from './kotlin.js';
import { php } from './php.js';
import { powershell } from './powershell.js';
import { python } from './python.js';
import { ruby } from './ruby.js';
import { rust } from './rust.js';

/** What one gets without asking. */
export const FIRST_LANGUAGES: readonly Language[] = [curl, javascript, typescript, python, go, java];

export const LANGUAGES: readonly Language[] = [
  ...FIRST_LANGUAGES,
  httpMessage,
  csharp,
  ruby,
  php,
  kotlin,
  rust,
  powershell,
];
