import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_event_subscriptions_blocks_in_app_audience" AS ENUM('user', 'staff', 'admin', 'manager', 'viewer');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_in_app_level" AS ENUM('info', 'success', 'warning', 'error');
  CREATE TYPE "public"."enum_notifications_level" AS ENUM('info', 'success', 'warning', 'error');
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
  
  CREATE TABLE "inbox_counters" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"version" numeric NOT NULL
  );
  
  ALTER TABLE "event_retention" ADD COLUMN "notifications_read" numeric DEFAULT 30 NOT NULL;
  ALTER TABLE "event_retention" ADD COLUMN "notifications_unread" numeric DEFAULT 90 NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_in_app" ADD CONSTRAINT "event_subscriptions_blocks_in_app_message_template_id_message_templates_id_fk" FOREIGN KEY ("message_template_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_in_app" ADD CONSTRAINT "event_subscriptions_blocks_in_app_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_id_users_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "event_subscriptions_blocks_in_app_order_idx" ON "event_subscriptions_blocks_in_app" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_in_app_parent_id_idx" ON "event_subscriptions_blocks_in_app" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_in_app_path_idx" ON "event_subscriptions_blocks_in_app" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_in_app_message_template_idx" ON "event_subscriptions_blocks_in_app" USING btree ("message_template_id");
  CREATE INDEX "notifications_recipient_idx" ON "notifications" USING btree ("recipient_id");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE UNIQUE INDEX "delivery_recipient_idx" ON "notifications" USING btree ("delivery","recipient_id");
  CREATE UNIQUE INDEX "recipient_seq_idx" ON "notifications" USING btree ("recipient_id","seq");
  CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("recipient_id","seq") WHERE read_at IS NULL;
  CREATE INDEX "notifications_read_idx" ON "notifications" USING btree ("read_at") WHERE read_at IS NOT NULL;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "event_subscriptions_blocks_in_app" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "inbox_counters" CASCADE;
  ALTER TABLE "event_retention" DROP COLUMN "notifications_read";
  ALTER TABLE "event_retention" DROP COLUMN "notifications_unread";
  DROP TYPE "public"."enum_event_subscriptions_blocks_in_app_audience";
  DROP TYPE "public"."enum_event_subscriptions_blocks_in_app_level";
  DROP TYPE "public"."enum_notifications_level";`)
}
