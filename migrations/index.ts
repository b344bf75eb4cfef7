import * as migration_20261121_053011_initial from './20261121_053011_initial.ts';

export const migrations = [
  {
    up: migration_20261121_053011_initial.up,
    down: migration_20261121_053011_initial.down,
    name: '20261121_053011_initial'
  },
];
