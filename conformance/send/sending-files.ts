// A sender that puts the content of files where their marks stand in a body.
import { filledBody } from '../plan/sent-files.js';
import type { Sender } from './http.js';

/** @param files content by name; where there is none, the sender is given back as it is */
export function sendingFiles(sender: Sender, files: ReadonlyMap<string, Buffer>): Sender {
  if (files.size === 0) return sender;
  return {
    send(request, signal) {
      const bytes = request.body === undefined ? undefined : filledBody(request.body, (name) => files.get(name));
      return sender.send(bytes ? { ...request, bytes } : request, signal);
    },
    close: () => sender.close(),
  };
}
