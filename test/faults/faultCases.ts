import { connectionsGone } from './cases/connectionsGone.ts'
import { drain } from './cases/drain.ts'
import { fullDisk } from './cases/fullDisk.ts'
import { heldRequest } from './cases/heldRequest.ts'
import { migrationDeaths } from './cases/migrationDeaths.ts'
import { outOfOrderCommits } from './cases/outOfOrderCommits.ts'
import { poisonedDelivery } from './cases/poisonedDelivery.ts'
import { postgresCrashes } from './cases/postgresCrashes.ts'
import { randomKills } from './cases/randomKills.ts'
import { redisAway } from './cases/redisAway.ts'
import { redisLoss } from './cases/redisLoss.ts'
import { replayDeaths } from './cases/replayDeaths.ts'
import { rotationDeaths } from './cases/rotationDeaths.ts'
import { sweepDeaths } from './cases/sweepDeaths.ts'
import { wireFaults } from './cases/wireFaults.ts'
import { workerDeaths } from './cases/workerDeaths.ts'
import { writerDeaths } from './cases/writerDeaths.ts'
import { wrongClocks } from './cases/wrongClocks.ts'
import type { FaultCase } from './support/faultCase.ts'

/** Every fault, in the order they are run. */
export const faultCases: readonly FaultCase[] = [
  ...writerDeaths,
  ...workerDeaths.filter(({ name }) => name < 'K6'),
  heldRequest,
  ...workerDeaths.filter(({ name }) => name > 'K6'),
  replayDeaths,
  rotationDeaths,
  sweepDeaths,
  migrationDeaths,
  redisLoss,
  poisonedDelivery,
  drain,
  outOfOrderCommits,
  postgresCrashes,
  wireFaults,
  connectionsGone,
  fullDisk,
  redisAway,
  wrongClocks,
  randomKills,
]
