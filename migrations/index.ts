import * as migration_20261121_061024_initial from './20261121_061024_initial.ts';

export const migrations = [
  {
    up: migration_20261121_061024_initial.up,
    down: migration_20261121_061024_initial.down,
    name: '20261121_061024_initial'
  },
];
