import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_event_subscriptions_blocks_telegram_format" ADD VALUE 'markdown' BEFORE 'plain';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "event_subscriptions_blocks_telegram" ALTER COLUMN "format" SET DATA TYPE text;
  ALTER TABLE "event_subscriptions_blocks_telegram" ALTER COLUMN "format" SET DEFAULT 'html'::text;
  UPDATE "event_subscriptions_blocks_telegram" SET "format" = 'html' WHERE "format" = 'markdown';
  DROP TYPE "public"."enum_event_subscriptions_blocks_telegram_format";
  CREATE TYPE "public"."enum_event_subscriptions_blocks_telegram_format" AS ENUM('html', 'plain');
  ALTER TABLE "event_subscriptions_blocks_telegram" ALTER COLUMN "format" SET DEFAULT 'html'::"public"."enum_event_subscriptions_blocks_telegram_format";
  ALTER TABLE "event_subscriptions_blocks_telegram" ALTER COLUMN "format" SET DATA TYPE "public"."enum_event_subscriptions_blocks_telegram_format" USING "format"::"public"."enum_event_subscriptions_blocks_telegram_format";`)
}
