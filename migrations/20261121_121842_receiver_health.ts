import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_system_alerts_rule" AS ENUM('workers_silent', 'outbox_lag', 'deliveries_overdue', 'dead_letters', 'no_data');
  CREATE TABLE "event_receivers" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"target" varchar,
  	"channel" varchar NOT NULL,
  	"subscription" varchar NOT NULL,
  	"subscription_name" varchar,
  	"channel_entry" varchar NOT NULL,
  	"failures" numeric NOT NULL,
  	"failing_since" timestamp(3) with time zone,
  	"last_success_at" timestamp(3) with time zone,
  	"last_failure_at" timestamp(3) with time zone,
  	"last_code" varchar,
  	"last_reason" varchar,
  	"last_reasons" jsonb,
  	"is_alerted" boolean DEFAULT false NOT NULL,
  	"proven_since" timestamp(3) with time zone
  );
  
  CREATE TABLE "system_alerts" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"rule" "enum_system_alerts_rule" NOT NULL,
  	"message" jsonb NOT NULL,
  	"opened_at" timestamp(3) with time zone NOT NULL,
  	"closed_at" timestamp(3) with time zone,
  	"notified_at" timestamp(3) with time zone,
  	"end_notified_at" timestamp(3) with time zone,
  	"notify_error" varchar,
  	"claimed_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "alert_settings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"heartbeat_seconds" numeric DEFAULT 60 NOT NULL,
  	"outbox_lag_seconds" numeric DEFAULT 60 NOT NULL,
  	"past_due_count" numeric DEFAULT 100 NOT NULL,
  	"past_due_minutes" numeric DEFAULT 10 NOT NULL,
  	"dead_letters_count" numeric DEFAULT 10 NOT NULL,
  	"dead_letters_minutes" numeric DEFAULT 15 NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "alert_settings_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "alert_settings_texts" ADD CONSTRAINT "alert_settings_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."alert_settings"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "event_receivers_subscription_idx" ON "event_receivers" USING btree ("subscription");
  CREATE INDEX "system_alerts_opened_at_idx" ON "system_alerts" USING btree ("opened_at");
  CREATE UNIQUE INDEX "system_alerts_open_idx" ON "system_alerts" USING btree ("rule") WHERE closed_at IS NULL;
  CREATE INDEX "alert_settings_texts_order_parent" ON "alert_settings_texts" USING btree ("order","parent_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "event_receivers" CASCADE;
  DROP TABLE "system_alerts" CASCADE;
  DROP TABLE "alert_settings" CASCADE;
  DROP TABLE "alert_settings_texts" CASCADE;
  DROP TYPE "public"."enum_system_alerts_rule";`)
}
