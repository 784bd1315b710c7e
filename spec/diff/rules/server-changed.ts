// Where the API is said to be.
import { type Rule, shown } from '../change.js';

export const serverChanged: Rule = {
  id: 'diff/server-changed',
  about: 'the contract names other servers',
  api: ({ old, new: after }) =>
    old.servers
      .filter((server) => !after.servers.includes(server))
      .map((server) => ({ level: 'risky', message: `the server ${shown(server)} is no longer named` })),
};
