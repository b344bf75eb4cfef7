import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_event_reconciliations_action" AS ENUM('find', 'publish');
  CREATE TYPE "public"."enum_event_reconciliations_status" AS ENUM('pending', 'running', 'done', 'cancelled', 'failed');
  CREATE TYPE "public"."enum_event_gaps_status" AS ENUM('open', 'told', 'settled');
  CREATE TYPE "public"."enum_event_gaps_kind" AS ENUM('never_told', 'changed', 'deleted');
  ALTER TYPE "public"."enum_system_alerts_rule" ADD VALUE 'untold_changes' BEFORE 'no_data';
  CREATE TABLE "event_reconciliations" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"action" "enum_event_reconciliations_action" NOT NULL,
  	"status" "enum_event_reconciliations_status" NOT NULL,
  	"collections" jsonb,
  	"since" timestamp(3) with time zone,
  	"gaps" jsonb,
  	"looked" numeric NOT NULL,
  	"unknown" numeric NOT NULL,
  	"found" numeric NOT NULL,
  	"told" numeric NOT NULL,
  	"requested_by" varchar,
  	"last_error" varchar,
  	"started_at" timestamp(3) with time zone,
  	"finished_at" timestamp(3) with time zone,
  	"born_since" timestamp(3) with time zone NOT NULL,
  	"cursor" jsonb,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "event_gaps" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"status" "enum_event_gaps_status" NOT NULL,
  	"collection" varchar NOT NULL,
  	"document_id" varchar NOT NULL,
  	"kind" "enum_event_gaps_kind" NOT NULL,
  	"types" jsonb NOT NULL,
  	"fields" jsonb NOT NULL,
  	"told_at" timestamp(3) with time zone,
  	"last_error" varchar,
  	"reconciliation" varchar NOT NULL,
  	"born_since" timestamp(3) with time zone NOT NULL,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE INDEX "event_reconciliations_created_at_idx" ON "event_reconciliations" USING btree ("created_at");
  CREATE INDEX "event_gaps_status_idx" ON "event_gaps" USING btree ("status");
  CREATE INDEX "event_gaps_reconciliation_idx" ON "event_gaps" USING btree ("reconciliation");
  CREATE INDEX "event_gaps_created_at_idx" ON "event_gaps" USING btree ("created_at");
  CREATE INDEX "collection_documentId_idx" ON "event_gaps" USING btree ("collection","document_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "event_reconciliations" CASCADE;
  DROP TABLE "event_gaps" CASCADE;
  ALTER TABLE "system_alerts" ALTER COLUMN "rule" SET DATA TYPE text;
  DROP TYPE "public"."enum_system_alerts_rule";
  CREATE TYPE "public"."enum_system_alerts_rule" AS ENUM('workers_silent', 'outbox_lag', 'deliveries_overdue', 'dead_letters', 'no_data');
  ALTER TABLE "system_alerts" ALTER COLUMN "rule" SET DATA TYPE "public"."enum_system_alerts_rule" USING "rule"::"public"."enum_system_alerts_rule";
  DROP TYPE "public"."enum_event_reconciliations_action";
  DROP TYPE "public"."enum_event_reconciliations_status";
  DROP TYPE "public"."enum_event_gaps_status";
  DROP TYPE "public"."enum_event_gaps_kind";`)
}
