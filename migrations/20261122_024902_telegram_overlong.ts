import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_event_subscriptions_blocks_telegram_overlong" AS ENUM('cut', 'split', 'refuse');
  ALTER TABLE "event_subscriptions_blocks_telegram" ADD COLUMN "overlong" "enum_event_subscriptions_blocks_telegram_overlong" DEFAULT 'cut';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "event_subscriptions_blocks_telegram" DROP COLUMN "overlong";
  DROP TYPE "public"."enum_event_subscriptions_blocks_telegram_overlong";`)
}
