// Names of generated files that every file system takes.

/** Longest name in bytes, its ending apart: most file systems take 255, and a temporary file has a longer one. */
const LONGEST = 150;

/** Devices of Windows, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Words joined by hyphens, in lower case, as many as there is room for; empty where there are none. */
export function fileName(words: string[]): string {
  let name = '';
  for (const char of words.join('-').toLowerCase()) {
    if (Buffer.byteLength(name + char) > LONGEST) return name.replace(/-$/, '');
    name += char;
  }
  return DEVICE.test(name) ? `${name}-file` : name;
}
