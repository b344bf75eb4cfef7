import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "remote_objects" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"remote_id" varchar NOT NULL,
  	"channel" varchar NOT NULL,
  	"object" varchar NOT NULL,
  	"account" varchar NOT NULL,
  	"collection" varchar NOT NULL,
  	"document_id" varchar NOT NULL,
  	"delivery" varchar NOT NULL,
  	"learnt_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE INDEX "remote_objects_account_idx" ON "remote_objects" USING btree ("account");
  CREATE INDEX "remote_objects_document_id_idx" ON "remote_objects" USING btree ("document_id");
  CREATE INDEX "remote_objects_learnt_at_idx" ON "remote_objects" USING btree ("learnt_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "remote_objects" CASCADE;`)
}
