import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_consents_kind" AS ENUM('marketing', 'personal_data');
  ALTER TYPE "public"."enum_event_subscriptions_kind" ADD VALUE 'marketing';
  CREATE TABLE "consents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" "enum_consents_kind" DEFAULT 'marketing' NOT NULL,
  	"channel" varchar,
  	"shown" varchar NOT NULL,
  	"address_hash" varchar NOT NULL,
  	"user_id" integer,
  	"text" varchar,
  	"text_hash" varchar,
  	"document_version" varchar,
  	"document_url" varchar,
  	"source" varchar DEFAULT 'admin' NOT NULL,
  	"network" varchar,
  	"given_at" timestamp(3) with time zone,
  	"withdrawn_at" timestamp(3) with time zone,
  	"withdrawn_by" varchar
  );
  
  ALTER TABLE "event_subscriptions" ADD COLUMN "needs_consent" boolean DEFAULT true;
  ALTER TABLE "consents" ADD CONSTRAINT "consents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "consents_address_hash_idx" ON "consents" USING btree ("address_hash");
  CREATE INDEX "consents_user_idx" ON "consents" USING btree ("user_id");
  CREATE UNIQUE INDEX "consents_open_idx" ON "consents" USING btree ("kind","address_hash") WHERE withdrawn_at IS NULL;
  -- To be subscribed is to agree: who is subscribed today has a record too.
  INSERT INTO "consents" ("kind", "channel", "shown", "address_hash", "user_id", "text", "text_hash", "source", "network", "given_at")
  SELECT 'marketing', 'email', left(email, 1) || '•••' || substring(email from position('@' in email)),
    encode(sha256(convert_to('email' || chr(10) || lower(trim(email)), 'UTF8')), 'hex'), user_id,
    nullif(trim(consent_text), ''), encode(sha256(convert_to(nullif(trim(consent_text), ''), 'UTF8')), 'hex'),
    'newsletter', consent_ip, coalesce(resubscribed_at, subscribed_at, consent_at, created_at)
  FROM "newsletter_subscribers" WHERE status = 'subscribed' ON CONFLICT DO NOTHING;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "consents" CASCADE;
  ALTER TABLE "event_subscriptions" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "event_subscriptions" ALTER COLUMN "kind" SET DEFAULT 'ordinary'::text;
  UPDATE "event_subscriptions" SET "kind" = 'ordinary' WHERE "kind" = 'marketing';
  DROP TYPE "public"."enum_event_subscriptions_kind";
  CREATE TYPE "public"."enum_event_subscriptions_kind" AS ENUM('ordinary', 'transactional');
  ALTER TABLE "event_subscriptions" ALTER COLUMN "kind" SET DEFAULT 'ordinary'::"public"."enum_event_subscriptions_kind";
  ALTER TABLE "event_subscriptions" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_event_subscriptions_kind" USING "kind"::"public"."enum_event_subscriptions_kind";
  ALTER TABLE "event_subscriptions" DROP COLUMN "needs_consent";
  DROP TYPE "public"."enum_consents_kind";`)
}
