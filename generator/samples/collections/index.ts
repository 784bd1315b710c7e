// Every collection, in the order of the index page.
import { bruno } from './bruno.js';
import type { Collection } from './collection.js';
import { httpFile } from './http-file.js';
import { hurl } from './hurl.js';
import { postman } from './postman.js';

export const COLLECTIONS: readonly Collection[] = [postman, bruno, hurl, httpFile];
