// What the system counts of a process on this machine.
import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** CPU time of the process and, for a database, of its children, in milliseconds; 0 for no process. */
export const cpu = (pid) => {
  if (!Number(pid)) return 0
  const fields = (id) => readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  const own = fields(pid)
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  const all = [own, ...children.map(fields)]
  return all.reduce((sum, stat) => sum + Number(stat[11]) + Number(stat[12]), Number(own[13]) + Number(own[14])) * 1_000 / ticksPerSecond
}

/** Resident memory in MB; 0 for no process. */
export const resident = (pid) =>
  Number(pid) ? Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+)/m)[1]) / 1_000 : 0

/** The value that this share of the sorted values is at most. */
export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
