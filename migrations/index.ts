import * as migration_20261121_061024_initial from './20261121_061024_initial.ts';
import * as migration_20261121_090654_catalogue from './20261121_090654_catalogue.ts';
import * as migration_20261121_090701_order_locks from './20261121_090701_order_locks.ts';
import * as migration_20261121_093205_chat_channels from './20261121_093205_chat_channels.ts';
import * as migration_20261121_120533_optional_defaults from './20261121_120533_optional_defaults.ts';
import * as migration_20261121_121842_receiver_health from './20261121_121842_receiver_health.ts';
import * as migration_20261121_123520_pace_retention_replay from './20261121_123520_pace_retention_replay.ts';
import * as migration_20261121_153500_messages_and_accounts from './20261121_153500_messages_and_accounts.ts';
import * as migration_20261121_162836_amocrm from './20261121_162836_amocrm.ts';
import * as migration_20261121_192306_reconcile from './20261121_192306_reconcile.ts';
import * as migration_20261121_201809_inbox_and_devices from './20261121_201809_inbox_and_devices.ts';
import * as migration_20261121_222119_lptracker_uon from './20261121_222119_lptracker_uon.ts';
import * as migration_20261121_231404_consents from './20261121_231404_consents.ts';
import * as migration_20261122_024902_telegram_overlong from './20261122_024902_telegram_overlong.ts';
import * as migration_20261122_055203_telegram_markdown from './20261122_055203_telegram_markdown.ts';
import * as migration_20261122_061748_email_attachments from './20261122_061748_email_attachments.ts';
import * as migration_20261122_062511_remote_objects from './20261122_062511_remote_objects.ts';

export const migrations = [
  {
    up: migration_20261121_061024_initial.up,
    down: migration_20261121_061024_initial.down,
    name: '20261121_061024_initial',
  },
  {
    up: migration_20261121_090654_catalogue.up,
    down: migration_20261121_090654_catalogue.down,
    name: '20261121_090654_catalogue',
  },
  {
    up: migration_20261121_090701_order_locks.up,
    down: migration_20261121_090701_order_locks.down,
    name: '20261121_090701_order_locks',
  },
  {
    up: migration_20261121_093205_chat_channels.up,
    down: migration_20261121_093205_chat_channels.down,
    name: '20261121_093205_chat_channels',
  },
  {
    up: migration_20261121_120533_optional_defaults.up,
    down: migration_20261121_120533_optional_defaults.down,
    name: '20261121_120533_optional_defaults',
  },
  {
    up: migration_20261121_121842_receiver_health.up,
    down: migration_20261121_121842_receiver_health.down,
    name: '20261121_121842_receiver_health',
  },
  {
    up: migration_20261121_123520_pace_retention_replay.up,
    down: migration_20261121_123520_pace_retention_replay.down,
    name: '20261121_123520_pace_retention_replay',
  },
  {
    up: migration_20261121_153500_messages_and_accounts.up,
    down: migration_20261121_153500_messages_and_accounts.down,
    name: '20261121_153500_messages_and_accounts',
  },
  {
    up: migration_20261121_162836_amocrm.up,
    down: migration_20261121_162836_amocrm.down,
    name: '20261121_162836_amocrm',
  },
  {
    up: migration_20261121_192306_reconcile.up,
    down: migration_20261121_192306_reconcile.down,
    name: '20261121_192306_reconcile',
  },
  {
    up: migration_20261121_201809_inbox_and_devices.up,
    down: migration_20261121_201809_inbox_and_devices.down,
    name: '20261121_201809_inbox_and_devices',
  },
  {
    up: migration_20261121_222119_lptracker_uon.up,
    down: migration_20261121_222119_lptracker_uon.down,
    name: '20261121_222119_lptracker_uon',
  },
  {
    up: migration_20261121_231404_consents.up,
    down: migration_20261121_231404_consents.down,
    name: '20261121_231404_consents',
  },
  {
    up: migration_20261122_024902_telegram_overlong.up,
    down: migration_20261122_024902_telegram_overlong.down,
    name: '20261122_024902_telegram_overlong',
  },
  {
    up: migration_20261122_055203_telegram_markdown.up,
    down: migration_20261122_055203_telegram_markdown.down,
    name: '20261122_055203_telegram_markdown',
  },
  {
    up: migration_20261122_061748_email_attachments.up,
    down: migration_20261122_061748_email_attachments.down,
    name: '20261122_061748_email_attachments',
  },
  {
    up: migration_20261122_062511_remote_objects.up,
    down: migration_20261122_062511_remote_objects.down,
    name: '20261122_062511_remote_objects'
  },
];
