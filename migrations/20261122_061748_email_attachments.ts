import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "event_subscriptions_blocks_email_attachments" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"url" varchar NOT NULL,
  	"name" varchar
  );
  
  ALTER TABLE "event_subscriptions_blocks_email_attachments" ADD CONSTRAINT "event_subscriptions_blocks_email_attachments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions_blocks_email"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "event_subscriptions_blocks_email_attachments_order_idx" ON "event_subscriptions_blocks_email_attachments" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_email_attachments_parent_id_idx" ON "event_subscriptions_blocks_email_attachments" USING btree ("_parent_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "event_subscriptions_blocks_email_attachments" CASCADE;`)
}
