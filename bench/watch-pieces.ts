/**
 * Loaded into the server of a bench before anything else: the longest stretch of processor time that its main thread took without letting
 * anybody in. On a busy machine that tells what is the server's own doing. Answers and begins anew at each message.
 */
const LOOK_MS = 5;

let before = cpuMs();
let longest = 0;

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

setInterval(() => {
  const now = cpuMs();
  longest = Math.max(longest, now - before);
  before = now;
}, LOOK_MS).unref();

process.on('message', () => {
  process.send?.(longest);
  longest = 0;
});
process.channel?.unref();
