import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_event_subscriptions_blocks_in_app_audience" AS ENUM('user', 'staff', 'admin', 'manager', 'viewer');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_in_app_level" AS ENUM('info', 'success', 'warning', 'error');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_web_push_role" AS ENUM('staff', 'admin', 'manager', 'viewer');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_web_push_urgency" AS ENUM('very-low', 'low', 'normal', 'high');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_fcm_role" AS ENUM('staff', 'admin', 'manager', 'viewer');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_fcm_urgency" AS ENUM('normal', 'high');
  CREATE TYPE "public"."enum_notifications_level" AS ENUM('info', 'success', 'warning', 'error');
  CREATE TYPE "public"."enum_push_devices_kind" AS ENUM('web-push', 'fcm');
  ALTER TYPE "public"."enum_channel_credentials_channel" ADD VALUE 'web-push';
  ALTER TYPE "public"."enum_channel_credentials_channel" ADD VALUE 'fcm';
  CREATE TABLE "event_subscriptions_blocks_in_app" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"message_template_id" integer,
  	"audience" "enum_event_subscriptions_blocks_in_app_audience" DEFAULT 'user',
  	"to" varchar,
  	"title" varchar DEFAULT '{{ type }} {{ meta.documentId }}',
  	"text" varchar,
  	"link" varchar,
  	"level" "enum_event_subscriptions_blocks_in_app_level" DEFAULT 'info',
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_web_push" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"message_template_id" integer,
  	"private_key" varchar,
  	"subject" varchar,
  	"is_default" boolean DEFAULT false,
  	"recipient" varchar,
  	"role" "enum_event_subscriptions_blocks_web_push_role",
  	"title" varchar DEFAULT '{{ type }}',
  	"text" varchar,
  	"link" varchar,
  	"icon" varchar,
  	"image" varchar,
  	"ttl_seconds" numeric DEFAULT 86400,
  	"urgency" "enum_event_subscriptions_blocks_web_push_urgency" DEFAULT 'normal',
  	"topic" varchar,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_fcm" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"message_template_id" integer,
  	"service_account" varchar,
  	"recipient" varchar,
  	"role" "enum_event_subscriptions_blocks_fcm_role",
  	"title" varchar DEFAULT '{{ type }}',
  	"text" varchar,
  	"link" varchar,
  	"icon" varchar,
  	"image" varchar,
  	"data" varchar,
  	"ttl_seconds" numeric DEFAULT 86400,
  	"urgency" "enum_event_subscriptions_blocks_fcm_urgency" DEFAULT 'high',
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "notifications" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"text" varchar,
  	"link" varchar,
  	"level" "enum_notifications_level" NOT NULL,
  	"recipient_id" integer,
  	"event_type" varchar NOT NULL,
  	"event" varchar NOT NULL,
  	"delivery" varchar NOT NULL,
  	"seq" numeric NOT NULL,
  	"read_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "push_devices" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"kind" "enum_push_devices_kind" NOT NULL,
  	"owner_id" integer,
  	"service" varchar,
  	"last_used_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"device_hash" varchar NOT NULL,
  	"sealed" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "inbox_counters" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"version" numeric NOT NULL
  );
  
  ALTER TABLE "channel_credentials" ADD COLUMN "web_push_private_key" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "web_push_subject" varchar;
  ALTER TABLE "channel_credentials" ADD COLUMN "web_push_is_default" boolean DEFAULT false;
  ALTER TABLE "channel_credentials" ADD COLUMN "fcm_service_account" varchar;
  ALTER TABLE "event_retention" ADD COLUMN "notifications_read" numeric DEFAULT 30 NOT NULL;
  ALTER TABLE "event_retention" ADD COLUMN "notifications_unread" numeric DEFAULT 90 NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_in_app" ADD CONSTRAINT "event_subscriptions_blocks_in_app_message_template_id_message_templates_id_fk" FOREIGN KEY ("message_template_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_in_app" ADD CONSTRAINT "event_subscriptions_blocks_in_app_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_web_push" ADD CONSTRAINT "event_subscriptions_blocks_web_push_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_web_push" ADD CONSTRAINT "event_subscriptions_blocks_web_push_message_template_id_message_templates_id_fk" FOREIGN KEY ("message_template_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_web_push" ADD CONSTRAINT "event_subscriptions_blocks_web_push_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_fcm" ADD CONSTRAINT "event_subscriptions_blocks_fcm_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_fcm" ADD CONSTRAINT "event_subscriptions_blocks_fcm_message_template_id_message_templates_id_fk" FOREIGN KEY ("message_template_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_fcm" ADD CONSTRAINT "event_subscriptions_blocks_fcm_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_id_users_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "push_devices" ADD CONSTRAINT "push_devices_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "event_subscriptions_blocks_in_app_order_idx" ON "event_subscriptions_blocks_in_app" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_in_app_parent_id_idx" ON "event_subscriptions_blocks_in_app" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_in_app_path_idx" ON "event_subscriptions_blocks_in_app" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_in_app_message_template_idx" ON "event_subscriptions_blocks_in_app" USING btree ("message_template_id");
  CREATE INDEX "event_subscriptions_blocks_web_push_order_idx" ON "event_subscriptions_blocks_web_push" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_web_push_parent_id_idx" ON "event_subscriptions_blocks_web_push" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_web_push_path_idx" ON "event_subscriptions_blocks_web_push" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_web_push_credentials_idx" ON "event_subscriptions_blocks_web_push" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_web_push_message_template_idx" ON "event_subscriptions_blocks_web_push" USING btree ("message_template_id");
  CREATE INDEX "event_subscriptions_blocks_fcm_order_idx" ON "event_subscriptions_blocks_fcm" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_fcm_parent_id_idx" ON "event_subscriptions_blocks_fcm" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_fcm_path_idx" ON "event_subscriptions_blocks_fcm" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_fcm_credentials_idx" ON "event_subscriptions_blocks_fcm" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_fcm_message_template_idx" ON "event_subscriptions_blocks_fcm" USING btree ("message_template_id");
  CREATE INDEX "notifications_recipient_idx" ON "notifications" USING btree ("recipient_id");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE UNIQUE INDEX "delivery_recipient_idx" ON "notifications" USING btree ("delivery","recipient_id");
  CREATE UNIQUE INDEX "recipient_seq_idx" ON "notifications" USING btree ("recipient_id","seq");
  CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("recipient_id","seq") WHERE read_at IS NULL;
  CREATE INDEX "notifications_read_idx" ON "notifications" USING btree ("read_at") WHERE read_at IS NOT NULL;
  CREATE INDEX "push_devices_kind_idx" ON "push_devices" USING btree ("kind");
  CREATE INDEX "push_devices_owner_idx" ON "push_devices" USING btree ("owner_id");
  CREATE INDEX "push_devices_created_at_idx" ON "push_devices" USING btree ("created_at");
  CREATE UNIQUE INDEX "push_devices_device_hash_idx" ON "push_devices" USING btree ("device_hash");
  CREATE INDEX "push_devices_updated_at_idx" ON "push_devices" USING btree ("updated_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "event_subscriptions_blocks_in_app" CASCADE;
  DROP TABLE "event_subscriptions_blocks_web_push" CASCADE;
  DROP TABLE "event_subscriptions_blocks_fcm" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "push_devices" CASCADE;
  DROP TABLE "inbox_counters" CASCADE;
  ALTER TABLE "channel_credentials" ALTER COLUMN "channel" SET DATA TYPE text;
  DROP TYPE "public"."enum_channel_credentials_channel";
  CREATE TYPE "public"."enum_channel_credentials_channel" AS ENUM('telegram', 'slack', 'discord', 'http-request', 'vk', 'yandex-metrica', 'ga4', 'meta-conversions', 'whatsapp', 'sms', 'bitrix24', 'amocrm', 'mailing');
  ALTER TABLE "channel_credentials" ALTER COLUMN "channel" SET DATA TYPE "public"."enum_channel_credentials_channel" USING "channel"::"public"."enum_channel_credentials_channel";
  ALTER TABLE "channel_credentials" DROP COLUMN "web_push_private_key";
  ALTER TABLE "channel_credentials" DROP COLUMN "web_push_subject";
  ALTER TABLE "channel_credentials" DROP COLUMN "web_push_is_default";
  ALTER TABLE "channel_credentials" DROP COLUMN "fcm_service_account";
  ALTER TABLE "event_retention" DROP COLUMN "notifications_read";
  ALTER TABLE "event_retention" DROP COLUMN "notifications_unread";
  DROP TYPE "public"."enum_event_subscriptions_blocks_in_app_audience";
  DROP TYPE "public"."enum_event_subscriptions_blocks_in_app_level";
  DROP TYPE "public"."enum_event_subscriptions_blocks_web_push_role";
  DROP TYPE "public"."enum_event_subscriptions_blocks_web_push_urgency";
  DROP TYPE "public"."enum_event_subscriptions_blocks_fcm_role";
  DROP TYPE "public"."enum_event_subscriptions_blocks_fcm_urgency";
  DROP TYPE "public"."enum_notifications_level";
  DROP TYPE "public"."enum_push_devices_kind";`)
}
