import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_event_subscriptions_blocks_amocrm_identity" AS ENUM('document', 'event');
  ALTER TYPE "public"."enum_channel_credentials_channel" ADD VALUE 'amocrm' BEFORE 'mailing';
  CREATE TABLE "event_subscriptions_blocks_amocrm" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"domain" varchar,
  	"access_token" varchar,
  	"identity" "enum_event_subscriptions_blocks_amocrm_identity" DEFAULT 'document',
  	"id_field" varchar,
  	"title" varchar DEFAULT '{{ type }}{% if meta.documentId %} {{ meta.documentId }}{% endif %}' NOT NULL,
  	"name" varchar,
  	"last_name" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"price" varchar,
  	"tags" varchar,
  	"pipeline" varchar,
  	"status" varchar,
  	"client_id" varchar,
  	"client_secret" varchar,
  	"refresh_token" varchar,
  	"authorization_code" varchar,
  	"redirect_uri" varchar,
  	"home_country" varchar DEFAULT 'RU',
  	"responsible" varchar,
  	"mapping" jsonb,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  ALTER TABLE "channel_credentials" ADD COLUMN "amocrm_domain" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "amocrm_access_token" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "amocrm_client_id" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "amocrm_client_secret" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "amocrm_refresh_token" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "amocrm_authorization_code" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "amocrm_redirect_uri" varchar;
  ALTER TABLE "event_subscriptions_blocks_amocrm" ADD CONSTRAINT "event_subscriptions_blocks_amocrm_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_amocrm" ADD CONSTRAINT "event_subscriptions_blocks_amocrm_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "event_subscriptions_blocks_amocrm_order_idx" ON "event_subscriptions_blocks_amocrm" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_amocrm_parent_id_idx" ON "event_subscriptions_blocks_amocrm" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_amocrm_path_idx" ON "event_subscriptions_blocks_amocrm" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_amocrm_credentials_idx" ON "event_subscriptions_blocks_amocrm" USING btree ("credentials_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "event_subscriptions_blocks_amocrm" CASCADE;
  ALTER TABLE "channel_credentials" ALTER COLUMN "channel" SET DATA TYPE text;
  DROP TYPE "public"."enum_channel_credentials_channel";
  CREATE TYPE "public"."enum_channel_credentials_channel" AS ENUM('telegram', 'slack', 'discord', 'http-request', 'vk', 'yandex-metrica', 'ga4', 'meta-conversions', 'whatsapp', 'sms', 'bitrix24', 'mailing');
  ALTER TABLE "channel_credentials" ALTER COLUMN "channel" SET DATA TYPE "public"."enum_channel_credentials_channel" USING "channel"::"public"."enum_channel_credentials_channel";
  ALTER TABLE "channel_credentials" DROP COLUMN "amocrm_domain";
  ALTER TABLE "channel_credentials" DROP COLUMN "amocrm_access_token";
  ALTER TABLE "channel_credentials" DROP COLUMN "amocrm_client_id";
  ALTER TABLE "channel_credentials" DROP COLUMN "amocrm_client_secret";
  ALTER TABLE "channel_credentials" DROP COLUMN "amocrm_refresh_token";
  ALTER TABLE "channel_credentials" DROP COLUMN "amocrm_authorization_code";
  ALTER TABLE "channel_credentials" DROP COLUMN "amocrm_redirect_uri";
  DROP TYPE "public"."enum_event_subscriptions_blocks_amocrm_identity";`)
}
