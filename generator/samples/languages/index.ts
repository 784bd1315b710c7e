// Every language of samples, in the order of the index page.
import type { Language } from '../language.js';
import { curl } from './curl.js';
import { go } from './go.js';
import { java } from './java.js';
import { javascript, typescript } from './javascript.js';
import { python } from './python.js';

export const LANGUAGES: readonly Language[] = [curl, javascript, typescript, python, go, java];
