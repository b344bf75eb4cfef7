import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."_locales" AS ENUM('ru', 'en');
  CREATE TYPE "public"."enum_orders_items_price_currency" AS ENUM('RUB', 'USD', 'EUR', 'KZT');
  CREATE TYPE "public"."enum_orders_status" AS ENUM('pending', 'paid', 'completed', 'cancelled', 'refunded');
  CREATE TYPE "public"."enum_orders_source" AS ENUM('site', 'admin', 'api', 'phone', 'messenger', 'import');
  CREATE TYPE "public"."enum_orders_total_currency" AS ENUM('RUB', 'USD', 'EUR', 'KZT');
  CREATE TYPE "public"."enum_products_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_products_price_currency" AS ENUM('RUB', 'USD', 'EUR', 'KZT');
  CREATE TYPE "public"."enum_products_compare_at_price_currency" AS ENUM('RUB', 'USD', 'EUR', 'KZT');
  CREATE TYPE "public"."enum__products_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__products_v_published_locale" AS ENUM('ru', 'en');
  CREATE TYPE "public"."enum__products_v_version_price_currency" AS ENUM('RUB', 'USD', 'EUR', 'KZT');
  CREATE TYPE "public"."enum__products_v_version_compare_at_price_currency" AS ENUM('RUB', 'USD', 'EUR', 'KZT');
  CREATE TYPE "public"."enum_users_role" AS ENUM('admin', 'manager', 'viewer', 'customer');
  CREATE TYPE "public"."enum_users_locale" AS ENUM('ru', 'en');
  CREATE TYPE "public"."enum_event_logs_status" AS ENUM('pending', 'routed', 'unmatched');
  CREATE TYPE "public"."enum_event_deliveries_status" AS ENUM('pending', 'delivering', 'retrying', 'delivered', 'dead', 'poisoned', 'cancelled');
  CREATE TYPE "public"."enum_event_attempts_outcome" AS ENUM('delivered', 'rejected', 'unavailable');
  CREATE SEQUENCE "public"."order_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
  CREATE TABLE "orders_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"product_id" integer,
  	"title" varchar,
  	"sku" varchar,
  	"quantity" numeric DEFAULT 1 NOT NULL,
  	"price_amount" numeric,
  	"price_currency" "enum_orders_items_price_currency"
  );
  
  CREATE TABLE "orders" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"number" varchar,
  	"status" "enum_orders_status" DEFAULT 'pending' NOT NULL,
  	"customer_id" integer,
  	"customer_name" varchar,
  	"customer_email" varchar,
  	"customer_phone" varchar,
  	"note" varchar,
  	"source" "enum_orders_source" DEFAULT 'site',
  	"paid_at" timestamp(3) with time zone,
  	"completed_at" timestamp(3) with time zone,
  	"cancelled_at" timestamp(3) with time zone,
  	"refunded_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "orders_locales" (
  	"total_amount" numeric,
  	"total_currency" "enum_orders_total_currency",
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "products" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"slug" varchar,
  	"sku" varchar,
  	"stock" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_products_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "products_locales" (
  	"title" varchar,
  	"description" varchar,
  	"price_amount" numeric,
  	"price_currency" "enum_products_price_currency",
  	"compare_at_price_amount" numeric,
  	"compare_at_price_currency" "enum_products_compare_at_price_currency",
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "_products_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_slug" varchar,
  	"version_sku" varchar,
  	"version_stock" numeric,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__products_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__products_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_products_v_locales" (
  	"version_title" varchar,
  	"version_description" varchar,
  	"version_price_amount" numeric,
  	"version_price_currency" "enum__products_v_version_price_currency",
  	"version_compare_at_price_amount" numeric,
  	"version_compare_at_price_currency" "enum__products_v_version_compare_at_price_currency",
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"phone" varchar,
  	"role" "enum_users_role" DEFAULT 'customer' NOT NULL,
  	"locale" "enum_users_locale" DEFAULT 'ru',
  	"last_active_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"enable_a_p_i_key" boolean,
  	"api_key" varchar,
  	"api_key_index" varchar,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "event_subscriptions_blocks_webhook" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"url" varchar NOT NULL,
  	"secret" varchar,
  	"headers" jsonb,
  	"is_client_error_final" boolean DEFAULT false,
  	"timeout_seconds" numeric DEFAULT 15,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_email" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"to" varchar NOT NULL,
  	"subject" varchar DEFAULT '{{ type }}' NOT NULL,
  	"body" varchar DEFAULT '{{ type }}
  {{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC
  {{ meta.collection }} {{ meta.documentId }}
  ' NOT NULL,
  	"html" varchar,
  	"reply_to" varchar,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"enabled" boolean DEFAULT true,
  	"description" varchar,
  	"filters" jsonb,
  	"active_since" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "event_subscriptions_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "event_subscriptions_numbers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"number" numeric,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL
  );
  
  CREATE TABLE "event_logs" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"type" varchar NOT NULL,
  	"version" numeric NOT NULL,
  	"status" "enum_event_logs_status" NOT NULL,
  	"matched" numeric,
  	"source" varchar,
  	"collection" varchar,
  	"document_id" varchar,
  	"operation" varchar,
  	"sequence" numeric,
  	"user_id" varchar,
  	"user_email" varchar,
  	"locale" varchar,
  	"causation_id" varchar,
  	"hop" numeric,
  	"idempotency_key" varchar,
  	"timestamp" timestamp(3) with time zone NOT NULL,
  	"created_at" timestamp(3) with time zone NOT NULL,
  	"routed_at" timestamp(3) with time zone,
  	"decisions" jsonb,
  	"issues" jsonb,
  	"body" varchar NOT NULL
  );
  
  CREATE TABLE "event_deliveries" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"status" "enum_event_deliveries_status" NOT NULL,
  	"event" varchar NOT NULL,
  	"event_type" varchar NOT NULL,
  	"subscription" varchar NOT NULL,
  	"subscription_name" varchar,
  	"channel" varchar NOT NULL,
  	"channel_entry" varchar NOT NULL,
  	"step" numeric NOT NULL,
  	"target" varchar,
  	"attempts_finished" numeric NOT NULL,
  	"attempts_started" numeric NOT NULL,
  	"strikes" numeric,
  	"next_attempt_at" timestamp(3) with time zone,
  	"delivered_at" timestamp(3) with time zone,
  	"last_code" varchar,
  	"last_error" varchar,
  	"lease_token" varchar,
  	"lease_until" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "event_attempts" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"delivery" varchar NOT NULL,
  	"event" varchar NOT NULL,
  	"subscription" varchar NOT NULL,
  	"channel" varchar NOT NULL,
  	"number" numeric NOT NULL,
  	"outcome" "enum_event_attempts_outcome" NOT NULL,
  	"code" varchar NOT NULL,
  	"reason" varchar,
  	"duration_ms" numeric,
  	"worker" varchar,
  	"request" jsonb,
  	"response" jsonb,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "event_engine_state" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"revision" numeric NOT NULL
  );
  
  CREATE TABLE "event_workers" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"role" varchar NOT NULL,
  	"host" varchar,
  	"pid" numeric,
  	"feed" varchar,
  	"heartbeat_at" timestamp(3) with time zone NOT NULL,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"orders_id" integer,
  	"products_id" integer,
  	"users_id" integer,
  	"event_subscriptions_id" integer
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "orders_items" ADD CONSTRAINT "orders_items_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_items" ADD CONSTRAINT "orders_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_users_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders_locales" ADD CONSTRAINT "orders_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "products_locales" ADD CONSTRAINT "products_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_products_v" ADD CONSTRAINT "_products_v_parent_id_products_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_products_v_locales" ADD CONSTRAINT "_products_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_products_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_webhook" ADD CONSTRAINT "event_subscriptions_blocks_webhook_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_email" ADD CONSTRAINT "event_subscriptions_blocks_email_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_texts" ADD CONSTRAINT "event_subscriptions_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_numbers" ADD CONSTRAINT "event_subscriptions_numbers_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_orders_fk" FOREIGN KEY ("orders_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_products_fk" FOREIGN KEY ("products_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_event_subscriptions_fk" FOREIGN KEY ("event_subscriptions_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "orders_items_order_idx" ON "orders_items" USING btree ("_order");
  CREATE INDEX "orders_items_parent_id_idx" ON "orders_items" USING btree ("_parent_id");
  CREATE INDEX "orders_items_product_idx" ON "orders_items" USING btree ("product_id");
  CREATE INDEX "orders_items_price_price_amount_idx" ON "orders_items" USING btree ("price_amount");
  CREATE UNIQUE INDEX "orders_number_idx" ON "orders" USING btree ("number");
  CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("customer_id");
  CREATE INDEX "orders_customer_email_idx" ON "orders" USING btree ("customer_email");
  CREATE INDEX "orders_customer_phone_idx" ON "orders" USING btree ("customer_phone");
  CREATE INDEX "orders_source_idx" ON "orders" USING btree ("source");
  CREATE INDEX "orders_paid_at_idx" ON "orders" USING btree ("paid_at");
  CREATE INDEX "orders_completed_at_idx" ON "orders" USING btree ("completed_at");
  CREATE INDEX "orders_cancelled_at_idx" ON "orders" USING btree ("cancelled_at");
  CREATE INDEX "orders_refunded_at_idx" ON "orders" USING btree ("refunded_at");
  CREATE INDEX "orders_updated_at_idx" ON "orders" USING btree ("updated_at");
  CREATE INDEX "orders_created_at_idx" ON "orders" USING btree ("created_at");
  CREATE INDEX "status_createdAt_idx" ON "orders" USING btree ("status","created_at");
  CREATE INDEX "customer_createdAt_idx" ON "orders" USING btree ("customer_id","created_at");
  CREATE UNIQUE INDEX "orders_locales_locale_parent_id_unique" ON "orders_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "products_slug_idx" ON "products" USING btree ("slug");
  CREATE UNIQUE INDEX "products_sku_idx" ON "products" USING btree ("sku");
  CREATE INDEX "products_stock_idx" ON "products" USING btree ("stock");
  CREATE INDEX "products_updated_at_idx" ON "products" USING btree ("updated_at");
  CREATE INDEX "products_created_at_idx" ON "products" USING btree ("created_at");
  CREATE INDEX "products__status_idx" ON "products" USING btree ("_status");
  CREATE UNIQUE INDEX "products_locales_locale_parent_id_unique" ON "products_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_products_v_parent_idx" ON "_products_v" USING btree ("parent_id");
  CREATE INDEX "_products_v_version_version_slug_idx" ON "_products_v" USING btree ("version_slug");
  CREATE INDEX "_products_v_version_version_sku_idx" ON "_products_v" USING btree ("version_sku");
  CREATE INDEX "_products_v_version_version_stock_idx" ON "_products_v" USING btree ("version_stock");
  CREATE INDEX "_products_v_version_version_updated_at_idx" ON "_products_v" USING btree ("version_updated_at");
  CREATE INDEX "_products_v_version_version_created_at_idx" ON "_products_v" USING btree ("version_created_at");
  CREATE INDEX "_products_v_version_version__status_idx" ON "_products_v" USING btree ("version__status");
  CREATE INDEX "_products_v_created_at_idx" ON "_products_v" USING btree ("created_at");
  CREATE INDEX "_products_v_updated_at_idx" ON "_products_v" USING btree ("updated_at");
  CREATE INDEX "_products_v_snapshot_idx" ON "_products_v" USING btree ("snapshot");
  CREATE INDEX "_products_v_published_locale_idx" ON "_products_v" USING btree ("published_locale");
  CREATE INDEX "_products_v_latest_idx" ON "_products_v" USING btree ("latest");
  CREATE INDEX "_products_v_autosave_idx" ON "_products_v" USING btree ("autosave");
  CREATE UNIQUE INDEX "_products_v_locales_locale_parent_id_unique" ON "_products_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_name_idx" ON "users" USING btree ("name");
  CREATE INDEX "users_phone_idx" ON "users" USING btree ("phone");
  CREATE INDEX "users_role_idx" ON "users" USING btree ("role");
  CREATE INDEX "users_last_active_at_idx" ON "users" USING btree ("last_active_at");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "event_subscriptions_blocks_webhook_order_idx" ON "event_subscriptions_blocks_webhook" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_webhook_parent_id_idx" ON "event_subscriptions_blocks_webhook" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_webhook_path_idx" ON "event_subscriptions_blocks_webhook" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_email_order_idx" ON "event_subscriptions_blocks_email" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_email_parent_id_idx" ON "event_subscriptions_blocks_email" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_email_path_idx" ON "event_subscriptions_blocks_email" USING btree ("_path");
  CREATE INDEX "event_subscriptions_enabled_idx" ON "event_subscriptions" USING btree ("enabled");
  CREATE INDEX "event_subscriptions_updated_at_idx" ON "event_subscriptions" USING btree ("updated_at");
  CREATE INDEX "event_subscriptions_created_at_idx" ON "event_subscriptions" USING btree ("created_at");
  CREATE INDEX "event_subscriptions_texts_order_parent" ON "event_subscriptions_texts" USING btree ("order","parent_id");
  CREATE INDEX "event_subscriptions_numbers_order_parent_idx" ON "event_subscriptions_numbers" USING btree ("order","parent_id");
  CREATE INDEX "event_logs_type_idx" ON "event_logs" USING btree ("type");
  CREATE INDEX "event_logs_created_at_idx" ON "event_logs" USING btree ("created_at");
  CREATE INDEX "collection_documentId_sequence_idx" ON "event_logs" USING btree ("collection","document_id","sequence");
  CREATE INDEX "event_logs_pending_idx" ON "event_logs" USING btree ("created_at") WHERE status = 'pending';
  CREATE UNIQUE INDEX "event_logs_idempotency_idx" ON "event_logs" USING btree ("idempotency_key") WHERE idempotency_key IS NOT NULL;
  CREATE INDEX "event_deliveries_created_at_idx" ON "event_deliveries" USING btree ("created_at");
  CREATE UNIQUE INDEX "event_subscription_channelEntry_step_idx" ON "event_deliveries" USING btree ("event","subscription","channel_entry","step");
  CREATE INDEX "event_deliveries_due_idx" ON "event_deliveries" USING btree ("next_attempt_at") WHERE status IN ('pending', 'retrying');
  CREATE INDEX "event_deliveries_leased_idx" ON "event_deliveries" USING btree ("lease_until") WHERE status = 'delivering';
  CREATE INDEX "event_deliveries_failed_idx" ON "event_deliveries" USING btree ("created_at") WHERE status IN ('dead', 'poisoned');
  CREATE INDEX "event_attempts_delivery_idx" ON "event_attempts" USING btree ("delivery");
  CREATE INDEX "event_workers_heartbeat_at_idx" ON "event_workers" USING btree ("heartbeat_at");
  CREATE INDEX "event_workers_created_at_idx" ON "event_workers" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_orders_id_idx" ON "payload_locked_documents_rels" USING btree ("orders_id");
  CREATE INDEX "payload_locked_documents_rels_products_id_idx" ON "payload_locked_documents_rels" USING btree ("products_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_event_subscriptions_id_idx" ON "payload_locked_documents_rels" USING btree ("event_subscriptions_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "orders_items" CASCADE;
  DROP TABLE "orders" CASCADE;
  DROP TABLE "orders_locales" CASCADE;
  DROP TABLE "products" CASCADE;
  DROP TABLE "products_locales" CASCADE;
  DROP TABLE "_products_v" CASCADE;
  DROP TABLE "_products_v_locales" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "event_subscriptions_blocks_webhook" CASCADE;
  DROP TABLE "event_subscriptions_blocks_email" CASCADE;
  DROP TABLE "event_subscriptions" CASCADE;
  DROP TABLE "event_subscriptions_texts" CASCADE;
  DROP TABLE "event_subscriptions_numbers" CASCADE;
  DROP TABLE "event_logs" CASCADE;
  DROP TABLE "event_deliveries" CASCADE;
  DROP TABLE "event_attempts" CASCADE;
  DROP TABLE "event_engine_state" CASCADE;
  DROP TABLE "event_workers" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."_locales";
  DROP TYPE "public"."enum_orders_items_price_currency";
  DROP TYPE "public"."enum_orders_status";
  DROP TYPE "public"."enum_orders_source";
  DROP TYPE "public"."enum_orders_total_currency";
  DROP TYPE "public"."enum_products_status";
  DROP TYPE "public"."enum_products_price_currency";
  DROP TYPE "public"."enum_products_compare_at_price_currency";
  DROP TYPE "public"."enum__products_v_version_status";
  DROP TYPE "public"."enum__products_v_published_locale";
  DROP TYPE "public"."enum__products_v_version_price_currency";
  DROP TYPE "public"."enum__products_v_version_compare_at_price_currency";
  DROP TYPE "public"."enum_users_role";
  DROP TYPE "public"."enum_users_locale";
  DROP TYPE "public"."enum_event_logs_status";
  DROP TYPE "public"."enum_event_deliveries_status";
  DROP TYPE "public"."enum_event_attempts_outcome";
  DROP SEQUENCE "public"."order_number_seq";`)
}
