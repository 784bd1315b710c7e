// Lines of the sources that findings point into, looked up once per file.

export interface Source {
  path: string;
  text: string;
}

/** Gives the text of a line (from 1) of a file; undefined where the file is unknown or has no such line. */
export function lineLookup(sources: readonly Source[]): (file: string, line: number) => string | undefined {
  const texts = new Map(sources.map((source) => [source.path, source.text]));
  const lines = new Map<string, string[]>();
  return (file, line) => {
    let own = lines.get(file);
    if (!own) {
      own = texts.get(file)?.split(/\r\n|\r|\n/) ?? [];
      lines.set(file, own);
    }
    return own[line - 1];
  };
}
