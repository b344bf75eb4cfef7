import { drain } from './cases/drain.ts'
import { heldRequest } from './cases/heldRequest.ts'
import { outOfOrderCommits } from './cases/outOfOrderCommits.ts'
import { poisonedDelivery } from './cases/poisonedDelivery.ts'
import { postgresCrashes } from './cases/postgresCrashes.ts'
import { randomKills } from './cases/randomKills.ts'
import { redisLoss } from './cases/redisLoss.ts'
import { workerDeaths } from './cases/workerDeaths.ts'
import { writerDeaths } from './cases/writerDeaths.ts'
import type { FaultCase } from './support/faultCase.ts'

/** Every fault, in the order they are run. */
export const faultCases: readonly FaultCase[] = [
  ...writerDeaths,
  ...workerDeaths.filter(({ name }) => name < 'K6'),
  heldRequest,
  ...workerDeaths.filter(({ name }) => name > 'K6'),
  redisLoss,
  poisonedDelivery,
  drain,
  outOfOrderCommits,
  postgresCrashes,
  randomKills,
]
