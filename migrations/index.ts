import * as migration_20261121_051148_initial from './20261121_051148_initial.ts';

export const migrations = [
  {
    up: migration_20261121_051148_initial.up,
    down: migration_20261121_051148_initial.down,
    name: '20261121_051148_initial'
  },
];
