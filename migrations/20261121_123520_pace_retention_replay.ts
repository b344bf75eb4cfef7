import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_event_subscriptions_rate_limit_per" AS ENUM('second', 'minute');
  CREATE TYPE "public"."enum_event_replays_status" AS ENUM('pending', 'running', 'done', 'cancelled', 'failed');
  CREATE TYPE "public"."enum_event_replays_ids" AS ENUM('same', 'new');
  CREATE TABLE "event_replays" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"status" "enum_event_replays_status" NOT NULL,
  	"selection" jsonb NOT NULL,
  	"ids" "enum_event_replays_ids" NOT NULL,
  	"planned" numeric,
  	"looked" numeric NOT NULL,
  	"replayed" numeric NOT NULL,
  	"per_second" numeric NOT NULL,
  	"requested_by" varchar,
  	"last_error" varchar,
  	"started_at" timestamp(3) with time zone,
  	"finished_at" timestamp(3) with time zone,
  	"until" timestamp(3) with time zone NOT NULL,
  	"cursor" jsonb,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "event_sequences" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"last" numeric NOT NULL,
  	"types" jsonb NOT NULL
  );
  
  CREATE TABLE "event_rollups" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"source" varchar NOT NULL,
  	"part" varchar NOT NULL,
  	"size" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"type" varchar NOT NULL,
  	"channel" varchar,
  	"subscription" varchar,
  	"subscription_name" varchar,
  	"total" numeric DEFAULT 0 NOT NULL,
  	"unmatched" numeric DEFAULT 0 NOT NULL,
  	"delivered" numeric DEFAULT 0 NOT NULL,
  	"dead" numeric DEFAULT 0 NOT NULL,
  	"poisoned" numeric DEFAULT 0 NOT NULL,
  	"cancelled" numeric DEFAULT 0 NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL
  );
  
  CREATE TABLE "event_rollup_durations" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"source" varchar NOT NULL,
  	"part" varchar NOT NULL,
  	"size" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"channel" varchar NOT NULL,
  	"subscription" varchar NOT NULL,
  	"bucket" numeric NOT NULL,
  	"total" numeric DEFAULT 0 NOT NULL
  );
  
  CREATE TABLE "event_rollup_periods" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"source" varchar NOT NULL,
  	"size" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"is_closed" boolean DEFAULT false NOT NULL,
  	"seen_xid" varchar
  );
  
  CREATE TABLE "event_breakers" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"subscription" varchar NOT NULL,
  	"channel_entry" varchar NOT NULL,
  	"channel" varchar NOT NULL,
  	"requests" numeric,
  	"failures" numeric,
  	"window_started_at" timestamp(3) with time zone,
  	"open_until" timestamp(3) with time zone,
  	"trips" numeric,
  	"probed_at" timestamp(3) with time zone,
  	"changed_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "event_paces" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"tokens" numeric,
  	"refilled_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "event_retention" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"events" numeric DEFAULT 30 NOT NULL,
  	"deliveries" numeric DEFAULT 30 NOT NULL,
  	"attempts" numeric DEFAULT 7 NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  DROP INDEX "event_subscription_channelEntry_step_idx";
  DROP INDEX "event_deliveries_due_idx";
  ALTER TABLE "event_subscriptions" ADD COLUMN "is_paused" boolean DEFAULT false;
  ALTER TABLE "event_subscriptions" ADD COLUMN "max_concurrency" numeric;
  ALTER TABLE "event_subscriptions" ADD COLUMN "rate_limit_count" numeric;
  ALTER TABLE "event_subscriptions" ADD COLUMN "rate_limit_per" "enum_event_subscriptions_rate_limit_per" DEFAULT 'second';
  ALTER TABLE "event_subscriptions" ADD COLUMN "keep_order" boolean DEFAULT false;
  ALTER TABLE "event_deliveries" ADD COLUMN "replay" varchar DEFAULT '' NOT NULL;
  ALTER TABLE "event_deliveries" ADD COLUMN "gate" varchar;
  ALTER TABLE "event_deliveries" ADD COLUMN "order_key" varchar;
  ALTER TABLE "event_deliveries" ADD COLUMN "order_number" numeric;
  CREATE INDEX "event_replays_created_at_idx" ON "event_replays" USING btree ("created_at");
  CREATE INDEX "source_size_at_idx" ON "event_rollups" USING btree ("source","size","at");
  CREATE INDEX "source_size_at_1_idx" ON "event_rollup_durations" USING btree ("source","size","at");
  CREATE INDEX "source_size_at_2_idx" ON "event_rollup_periods" USING btree ("source","size","at");
  CREATE INDEX "event_breakers_subscription_idx" ON "event_breakers" USING btree ("subscription");
  CREATE INDEX "event_logs_user_email_idx" ON "event_logs" USING btree ("user_email") WHERE user_email IS NOT NULL;
  CREATE UNIQUE INDEX "event_subscription_channelEntry_step_replay_idx" ON "event_deliveries" USING btree ("event","subscription","channel_entry","step","replay");
  CREATE INDEX "event_deliveries_lane_idx" ON "event_deliveries" USING btree ("subscription","next_attempt_at") WHERE gate IS NOT NULL;
  CREATE INDEX "event_attempts_created_at_idx" ON "event_attempts" USING btree ("created_at");
  CREATE INDEX "event_deliveries_due_idx" ON "event_deliveries" USING btree ("status","next_attempt_at") WHERE status IN ('pending', 'retrying') AND gate IS DISTINCT FROM 'held';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "event_replays" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_sequences" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_rollups" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_rollup_durations" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_rollup_periods" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_breakers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_paces" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_retention" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "event_replays" CASCADE;
  DROP TABLE "event_sequences" CASCADE;
  DROP TABLE "event_rollups" CASCADE;
  DROP TABLE "event_rollup_durations" CASCADE;
  DROP TABLE "event_rollup_periods" CASCADE;
  DROP TABLE "event_breakers" CASCADE;
  DROP TABLE "event_paces" CASCADE;
  DROP TABLE "event_retention" CASCADE;
  DROP INDEX "event_logs_user_email_idx";
  DROP INDEX "event_subscription_channelEntry_step_replay_idx";
  DROP INDEX "event_deliveries_lane_idx";
  DROP INDEX "event_attempts_created_at_idx";
  DROP INDEX "event_deliveries_due_idx";
  CREATE UNIQUE INDEX "event_subscription_channelEntry_step_idx" ON "event_deliveries" USING btree ("event","subscription","channel_entry","step");
  CREATE INDEX "event_deliveries_due_idx" ON "event_deliveries" USING btree ("next_attempt_at") WHERE status IN ('pending', 'retrying');
  ALTER TABLE "event_subscriptions" DROP COLUMN "is_paused";
  ALTER TABLE "event_subscriptions" DROP COLUMN "max_concurrency";
  ALTER TABLE "event_subscriptions" DROP COLUMN "rate_limit_count";
  ALTER TABLE "event_subscriptions" DROP COLUMN "rate_limit_per";
  ALTER TABLE "event_subscriptions" DROP COLUMN "keep_order";
  ALTER TABLE "event_deliveries" DROP COLUMN "replay";
  ALTER TABLE "event_deliveries" DROP COLUMN "gate";
  ALTER TABLE "event_deliveries" DROP COLUMN "order_key";
  ALTER TABLE "event_deliveries" DROP COLUMN "order_number";
  DROP TYPE "public"."enum_event_subscriptions_rate_limit_per";
  DROP TYPE "public"."enum_event_replays_status";
  DROP TYPE "public"."enum_event_replays_ids";`)
}
