import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_event_subscriptions_blocks_telegram_format" AS ENUM('html', 'plain');
  CREATE TABLE "event_subscriptions_blocks_telegram" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"bot_token" varchar,
  	"chat_id" varchar NOT NULL,
  	"text" varchar DEFAULT '<b>{{ type }}</b>{% if meta.collection %}
  {{ meta.collection }} {{ meta.documentId }}{% endif %}
  {{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC' NOT NULL,
  	"format" "enum_event_subscriptions_blocks_telegram_format" DEFAULT 'html',
  	"button_text" varchar,
  	"button_url" varchar,
  	"preview_url" varchar,
  	"is_preview_hidden" boolean DEFAULT false,
  	"thread_id" varchar,
  	"is_silent" boolean DEFAULT false,
  	"is_protected" boolean DEFAULT false,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_slack" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"webhook_url" varchar,
  	"text" varchar DEFAULT '*{{ type }}*{% if meta.collection %}
  {{ meta.collection }} {{ meta.documentId }}{% endif %}
  {{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC' NOT NULL,
  	"room" varchar,
  	"blocks" varchar,
  	"is_preview_hidden" boolean DEFAULT false,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_discord" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"webhook_url" varchar,
  	"text" varchar DEFAULT '**{{ type }}**{% if meta.collection %}
  {{ meta.collection }} {{ meta.documentId }}{% endif %}
  {{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC' NOT NULL,
  	"room" varchar,
  	"title" varchar,
  	"title_url" varchar,
  	"colour" varchar,
  	"username" varchar,
  	"avatar_url" varchar,
  	"thread_id" varchar,
  	"thread_name" varchar,
  	"is_silent" boolean DEFAULT false,
  	"is_preview_hidden" boolean DEFAULT false,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  ALTER TABLE "event_subscriptions_blocks_telegram" ADD CONSTRAINT "event_subscriptions_blocks_telegram_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_slack" ADD CONSTRAINT "event_subscriptions_blocks_slack_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_discord" ADD CONSTRAINT "event_subscriptions_blocks_discord_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "event_subscriptions_blocks_telegram_order_idx" ON "event_subscriptions_blocks_telegram" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_telegram_parent_id_idx" ON "event_subscriptions_blocks_telegram" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_telegram_path_idx" ON "event_subscriptions_blocks_telegram" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_slack_order_idx" ON "event_subscriptions_blocks_slack" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_slack_parent_id_idx" ON "event_subscriptions_blocks_slack" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_slack_path_idx" ON "event_subscriptions_blocks_slack" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_discord_order_idx" ON "event_subscriptions_blocks_discord" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_discord_parent_id_idx" ON "event_subscriptions_blocks_discord" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_discord_path_idx" ON "event_subscriptions_blocks_discord" USING btree ("_path");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "event_subscriptions_blocks_telegram" CASCADE;
  DROP TABLE "event_subscriptions_blocks_slack" CASCADE;
  DROP TABLE "event_subscriptions_blocks_discord" CASCADE;
  DROP TYPE "public"."enum_event_subscriptions_blocks_telegram_format";`)
}
