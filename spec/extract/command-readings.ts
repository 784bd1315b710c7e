// What the commands of a fence mean, read once with the page.
import { type CurlReading, readCurlFence } from '../curl/read-curl.js';
import type { CommandFence } from './page.js';

export function readingsOf(command: CommandFence): CurlReading[] {
  return command.readings ?? readCurlFence(command.fence.text);
}
