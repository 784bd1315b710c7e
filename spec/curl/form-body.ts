// A multipart/form-data body (RFC 7578) as `curl --form` sends it, with a fixed boundary so that the same command gives the same bytes.

const BOUNDARY = 'docproof-form-boundary';

/** Parts that name a file stay empty: their content comes with the case. */
export function formBody(parts: { name: string; value: string; file?: string }[]): { type: string; body: string } {
  const lines = parts.flatMap((part) => [
    `--${BOUNDARY}`,
    `Content-Disposition: form-data; name="${part.name}"${part.file === undefined ? '' : `; filename="${part.file}"`}`,
    '',
    part.value,
  ]);
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: [...lines, `--${BOUNDARY}--`, ''].join('\r\n') };
}
