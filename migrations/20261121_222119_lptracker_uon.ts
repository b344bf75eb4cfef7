import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_event_subscriptions_blocks_lptracker_identity" AS ENUM('document', 'event');
  ALTER TYPE "public"."enum_channel_credentials_channel" ADD VALUE 'lptracker' BEFORE 'mailing';
  ALTER TYPE "public"."enum_channel_credentials_channel" ADD VALUE 'uon-travel' BEFORE 'mailing';
  CREATE TABLE "event_subscriptions_blocks_lptracker" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"login" varchar,
  	"password" varchar,
  	"project" varchar NOT NULL,
  	"identity" "enum_event_subscriptions_blocks_lptracker_identity" DEFAULT 'document',
  	"id_field" varchar,
  	"title" varchar DEFAULT '{{ type }}{% if meta.documentId %} {{ meta.documentId }}{% endif %}' NOT NULL,
  	"name" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"stage" varchar,
  	"home_country" varchar DEFAULT 'RU',
  	"owner" varchar,
  	"is_called" boolean DEFAULT false,
  	"mapping" jsonb,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_uon_travel" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"api_key" varchar,
  	"name" varchar,
  	"last_name" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"note" varchar,
  	"source" varchar DEFAULT 'FlowMasters',
  	"manager" varchar,
  	"id_field" varchar,
  	"mapping" jsonb,
  	"home_country" varchar DEFAULT 'RU',
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  ALTER TABLE "channel_credentials" ADD COLUMN "lptracker_login" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "lptracker_password" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "uon_travel_api_key" varchar;
  ALTER TABLE "event_subscriptions_blocks_lptracker" ADD CONSTRAINT "event_subscriptions_blocks_lptracker_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_lptracker" ADD CONSTRAINT "event_subscriptions_blocks_lptracker_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_uon_travel" ADD CONSTRAINT "event_subscriptions_blocks_uon_travel_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_uon_travel" ADD CONSTRAINT "event_subscriptions_blocks_uon_travel_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "event_subscriptions_blocks_lptracker_order_idx" ON "event_subscriptions_blocks_lptracker" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_lptracker_parent_id_idx" ON "event_subscriptions_blocks_lptracker" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_lptracker_path_idx" ON "event_subscriptions_blocks_lptracker" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_lptracker_credentials_idx" ON "event_subscriptions_blocks_lptracker" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_uon_travel_order_idx" ON "event_subscriptions_blocks_uon_travel" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_uon_travel_parent_id_idx" ON "event_subscriptions_blocks_uon_travel" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_uon_travel_path_idx" ON "event_subscriptions_blocks_uon_travel" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_uon_travel_credentials_idx" ON "event_subscriptions_blocks_uon_travel" USING btree ("credentials_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "event_subscriptions_blocks_lptracker" CASCADE;
  DROP TABLE "event_subscriptions_blocks_uon_travel" CASCADE;
  ALTER TABLE "channel_credentials" ALTER COLUMN "channel" SET DATA TYPE text;
  DROP TYPE "public"."enum_channel_credentials_channel";
  CREATE TYPE "public"."enum_channel_credentials_channel" AS ENUM('telegram', 'slack', 'discord', 'http-request', 'vk', 'yandex-metrica', 'ga4', 'meta-conversions', 'whatsapp', 'sms', 'bitrix24', 'amocrm', 'mailing', 'web-push', 'fcm');
  ALTER TABLE "channel_credentials" ALTER COLUMN "channel" SET DATA TYPE "public"."enum_channel_credentials_channel" USING "channel"::"public"."enum_channel_credentials_channel";
  ALTER TABLE "channel_credentials" DROP COLUMN "lptracker_login";
  ALTER TABLE "channel_credentials" DROP COLUMN "lptracker_password";
  ALTER TABLE "channel_credentials" DROP COLUMN "uon_travel_api_key";
  DROP TYPE "public"."enum_event_subscriptions_blocks_lptracker_identity";`)
}
