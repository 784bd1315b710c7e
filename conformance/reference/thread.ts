// The reference server in a thread of its own: what asks it does not have to wait for its own turn. Any message ends it.
import { parentPort, workerData } from 'node:worker_threads';
import { startReference } from './index.js';

void startReference(workerData).then((running) => {
  parentPort?.once('message', () => void running.close().then(() => parentPort?.close()));
  parentPort?.postMessage({ unitUrl: running.unitUrl, token: running.token });
});
