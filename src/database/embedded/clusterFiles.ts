import { join } from 'node:path'

/** Everything one embedded cluster keeps below its folder. */
export type ClusterFiles = {
  /** The folder itself, mode 0700. */
  folder: string
  /** What initdb made: PGDATA. */
  data: string
  /** The superuser's password, mode 0600. */
  password: string
  /** The TCP port of the last start. */
  port: string
  /** The server's own log, started afresh when it has grown large. */
  log: string
  startLock: string
  /** Beginning of the names of folders an initdb works in. */
  draftPrefix: string
}

export const clusterFiles = (folder: string): ClusterFiles => ({
  folder,
  data: join(folder, 'data'),
  password: join(folder, 'password'),
  port: join(folder, 'port'),
  log: join(folder, 'postgres.log'),
  startLock: join(folder, 'start.lock'),
  draftPrefix: join(folder, 'initialising-'),
})
