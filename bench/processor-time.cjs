// Loaded in front of a measured program: tells its processor time in milliseconds on the fourth stream when it ends.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String((user + system) / 1000));
});
