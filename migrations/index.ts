import * as migration_20261121_053011_initial from './20261121_053011_initial.ts';
import * as migration_20261121_055529_delivery_strikes from './20261121_055529_delivery_strikes.ts';

export const migrations = [
  {
    up: migration_20261121_053011_initial.up,
    down: migration_20261121_053011_initial.down,
    name: '20261121_053011_initial',
  },
  {
    up: migration_20261121_055529_delivery_strikes.up,
    down: migration_20261121_055529_delivery_strikes.down,
    name: '20261121_055529_delivery_strikes'
  },
];
