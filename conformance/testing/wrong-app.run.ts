// The adapter over an app that is wrong on purpose: started by conformance/vitest.test.ts.
import { fileURLToPath } from 'node:url';
import { conformance } from '../vitest.js';
import { notesApp } from './notes-app.js';

conformance(notesApp(true), { spec: fileURLToPath(new URL('./notes.yaml', import.meta.url)) });
