import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_event_subscriptions_blocks_http_request_method" AS ENUM('POST', 'PUT', 'PATCH', 'DELETE', 'GET');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_http_request_body_kind" AS ENUM('event', 'json', 'form', 'template', 'none');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_http_request_auth" AS ENUM('none', 'basic', 'bearer', 'hmac');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_http_request_hmac_algorithm" AS ENUM('sha256', 'sha512', 'sha1');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_http_request_hmac_encoding" AS ENUM('hex', 'base64');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_whatsapp_kind" AS ENUM('text', 'template');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_sms_provider" AS ENUM('smsru', 'smsc', 'mobizon', 'twilio');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_bitrix24_entity" AS ENUM('lead', 'deal', 'contact');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_bitrix24_identity" AS ENUM('document', 'event');
  CREATE TYPE "public"."enum_event_subscriptions_blocks_mailing_provider" AS ENUM('unisender', 'sendpulse', 'getresponse');
  CREATE TYPE "public"."enum_event_subscriptions_kind" AS ENUM('ordinary', 'transactional');
  CREATE TYPE "public"."enum_channel_credentials_channel" AS ENUM('telegram', 'slack', 'discord', 'http-request', 'vk', 'yandex-metrica', 'ga4', 'meta-conversions', 'whatsapp', 'sms', 'bitrix24', 'mailing');
  CREATE TYPE "public"."enum_channel_credentials_http_request_auth" AS ENUM('none', 'basic', 'bearer', 'hmac');
  CREATE TYPE "public"."enum_channel_credentials_sms_provider" AS ENUM('smsru', 'smsc', 'mobizon', 'twilio');
  CREATE TYPE "public"."enum_channel_credentials_mailing_provider" AS ENUM('unisender', 'sendpulse', 'getresponse');
  CREATE TYPE "public"."enum_suppressed_addresses_reason" AS ENUM('invalid', 'blocked', 'complained');
  CREATE TABLE "event_subscriptions_blocks_http_request" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"method" "enum_event_subscriptions_blocks_http_request_method" DEFAULT 'POST',
  	"url" varchar NOT NULL,
  	"body_kind" "enum_event_subscriptions_blocks_http_request_body_kind" DEFAULT 'event',
  	"mapping" jsonb,
  	"body" varchar,
  	"auth" "enum_event_subscriptions_blocks_http_request_auth" DEFAULT 'none',
  	"username" varchar,
  	"password" varchar,
  	"token" varchar,
  	"hmac_secret" varchar,
  	"hmac_header" varchar DEFAULT 'x-signature',
  	"hmac_algorithm" "enum_event_subscriptions_blocks_http_request_hmac_algorithm" DEFAULT 'sha256',
  	"hmac_encoding" "enum_event_subscriptions_blocks_http_request_hmac_encoding" DEFAULT 'hex',
  	"hmac_prefix" varchar,
  	"headers" jsonb,
  	"content_type" varchar DEFAULT 'application/json',
  	"expected_status" varchar DEFAULT '200-299',
  	"answer_path" varchar,
  	"answer_equals" varchar,
  	"is_answer_final" boolean DEFAULT false,
  	"is_refusal_retried" boolean DEFAULT false,
  	"timeout_seconds" numeric DEFAULT 15,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_vk" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"pixel_id" varchar,
  	"mapping" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_yandex_metrica" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"counter_id" varchar,
  	"token" varchar,
  	"mapping" jsonb,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_ga4" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"measurement_id" varchar,
  	"api_secret" varchar,
  	"mapping" jsonb,
  	"is_debug" boolean DEFAULT false,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_meta_conversions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"dataset_id" varchar,
  	"access_token" varchar,
  	"mapping" jsonb,
  	"test_event_code" varchar,
  	"api_version" varchar DEFAULT 'v26.0',
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_whatsapp" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"access_token" varchar,
  	"phone_number_id" varchar,
  	"to" varchar NOT NULL,
  	"kind" "enum_event_subscriptions_blocks_whatsapp_kind" DEFAULT 'text',
  	"text" varchar DEFAULT '*{{ type }}*{% if meta.collection %}
  {{ meta.collection }} {{ meta.documentId }}{% endif %}
  {{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC',
  	"template_name" varchar,
  	"template_language" varchar DEFAULT 'ru',
  	"template_values" varchar,
  	"template_header" varchar,
  	"template_button" varchar,
  	"home_country" varchar DEFAULT 'RU',
  	"is_preview_shown" boolean DEFAULT false,
  	"app_secret" varchar,
  	"verify_token" varchar,
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_sms" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"provider" "enum_event_subscriptions_blocks_sms_provider",
  	"account" varchar,
  	"api_key" varchar,
  	"sender" varchar,
  	"to" varchar NOT NULL,
  	"text" varchar DEFAULT '{{ type }} {{ meta.documentId }}' NOT NULL,
  	"max_segments" numeric DEFAULT 4,
  	"home_country" varchar DEFAULT 'RU',
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_bitrix24" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"webhook_url" varchar,
  	"entity" "enum_event_subscriptions_blocks_bitrix24_entity" DEFAULT 'lead',
  	"identity" "enum_event_subscriptions_blocks_bitrix24_identity" DEFAULT 'document',
  	"title" varchar DEFAULT '{{ type }}{% if meta.documentId %} {{ meta.documentId }}{% endif %}' NOT NULL,
  	"name" varchar,
  	"last_name" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"comments" varchar,
  	"amount" varchar,
  	"currency" varchar,
  	"source" varchar DEFAULT 'WEB',
  	"stage" varchar,
  	"responsible" varchar,
  	"fields" varchar,
  	"home_country" varchar DEFAULT 'RU',
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "event_subscriptions_blocks_mailing" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"credentials_id" integer,
  	"provider" "enum_event_subscriptions_blocks_mailing_provider",
  	"account" varchar,
  	"api_key" varchar,
  	"list" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"name" varchar,
  	"phone" varchar,
  	"tags" varchar,
  	"is_confirmed" boolean DEFAULT false,
  	"fields" varchar,
  	"home_country" varchar DEFAULT 'RU',
  	"retired_secrets" jsonb,
  	"is_disabled" boolean DEFAULT false,
  	"disabled_reason" varchar,
  	"disabled_reasons" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "channel_credentials" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"channel" "enum_channel_credentials_channel" NOT NULL,
  	"telegram_bot_token" varchar,
  	"slack_webhook_url" varchar,
  	"discord_webhook_url" varchar,
  	"http_request_auth" "enum_channel_credentials_http_request_auth" DEFAULT 'none',
  	"http_request_username" varchar,
  	"http_request_password" varchar,
  	"http_request_token" varchar,
  	"http_request_hmac_secret" varchar,
  	"vk_pixel_id" varchar,
  	"yandex_metrica_counter_id" varchar,
  	"yandex_metrica_token" varchar,
  	"ga4_measurement_id" varchar,
  	"ga4_api_secret" varchar,
  	"meta_conversions_dataset_id" varchar,
  	"meta_conversions_access_token" varchar,
  	"whatsapp_access_token" varchar,
  	"whatsapp_phone_number_id" varchar,
  	"whatsapp_app_secret" varchar,
  	"whatsapp_verify_token" varchar,
  	"sms_provider" "enum_channel_credentials_sms_provider",
  	"sms_account" varchar,
  	"sms_api_key" varchar,
  	"sms_sender" varchar,
  	"bitrix24_webhook_url" varchar,
  	"mailing_provider" "enum_channel_credentials_mailing_provider",
  	"mailing_account" varchar,
  	"mailing_api_key" varchar,
  	"scope" varchar,
  	"notes" varchar,
  	"expires_at" timestamp(3) with time zone,
  	"last_check_at" timestamp(3) with time zone,
  	"last_check_is_ok" boolean,
  	"last_check_account" varchar,
  	"last_check_code" varchar,
  	"last_check_reason" varchar,
  	"last_check_reasons" jsonb,
  	"last_check_kind" varchar,
  	"vault_id" varchar,
  	"expiry_warning" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "message_templates" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"event" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "message_templates_locales" (
  	"name" varchar NOT NULL,
  	"subject" varchar,
  	"text" varchar,
  	"html" varchar,
  	"button_text" varchar,
  	"button_url" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "_message_templates_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_key" varchar NOT NULL,
  	"version_event" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_message_templates_v_locales" (
  	"version_name" varchar NOT NULL,
  	"version_subject" varchar,
  	"version_text" varchar,
  	"version_html" varchar,
  	"version_button_text" varchar,
  	"version_button_url" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "delivery_reports" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"channel" varchar NOT NULL,
  	"message_id" varchar NOT NULL,
  	"status" varchar NOT NULL,
  	"at" timestamp(3) with time zone,
  	"code" varchar,
  	"reason" varchar,
  	"reasons" jsonb,
  	"delivery" varchar,
  	"created_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "suppressed_addresses" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"shown" varchar NOT NULL,
  	"address_hash" varchar NOT NULL,
  	"channel" varchar NOT NULL,
  	"reason" "enum_suppressed_addresses_reason" DEFAULT 'blocked' NOT NULL,
  	"since" timestamp(3) with time zone,
  	"delivery" varchar,
  	"note" varchar
  );
  
  ALTER TABLE "event_subscriptions_blocks_email" ALTER COLUMN "subject" DROP NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_email" ALTER COLUMN "body" DROP NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_telegram" ALTER COLUMN "text" DROP NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_slack" ALTER COLUMN "text" DROP NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_discord" ALTER COLUMN "text" DROP NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_email" ADD COLUMN "message_template_id" integer;
  ALTER TABLE "event_subscriptions_blocks_telegram" ADD COLUMN "credentials_id" integer;
  ALTER TABLE "event_subscriptions_blocks_telegram" ADD COLUMN "message_template_id" integer;
  ALTER TABLE "event_subscriptions_blocks_slack" ADD COLUMN "credentials_id" integer;
  ALTER TABLE "event_subscriptions_blocks_slack" ADD COLUMN "message_template_id" integer;
  ALTER TABLE "event_subscriptions_blocks_discord" ADD COLUMN "credentials_id" integer;
  ALTER TABLE "event_subscriptions_blocks_discord" ADD COLUMN "message_template_id" integer;
  ALTER TABLE "event_subscriptions" ADD COLUMN "kind" "enum_event_subscriptions_kind" DEFAULT 'ordinary';
  ALTER TABLE "event_deliveries" ADD COLUMN "message_id" varchar;
  ALTER TABLE "event_deliveries" ADD COLUMN "message_status" varchar;
  ALTER TABLE "event_deliveries" ADD COLUMN "message_status_at" timestamp(3) with time zone;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "channel_credentials_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "message_templates_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "suppressed_addresses_id" integer;
  ALTER TABLE "event_subscriptions_blocks_http_request" ADD CONSTRAINT "event_subscriptions_blocks_http_request_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_http_request" ADD CONSTRAINT "event_subscriptions_blocks_http_request_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_vk" ADD CONSTRAINT "event_subscriptions_blocks_vk_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_vk" ADD CONSTRAINT "event_subscriptions_blocks_vk_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_yandex_metrica" ADD CONSTRAINT "event_subscriptions_blocks_yandex_metrica_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_yandex_metrica" ADD CONSTRAINT "event_subscriptions_blocks_yandex_metrica_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_ga4" ADD CONSTRAINT "event_subscriptions_blocks_ga4_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_ga4" ADD CONSTRAINT "event_subscriptions_blocks_ga4_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_meta_conversions" ADD CONSTRAINT "event_subscriptions_blocks_meta_conversions_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_meta_conversions" ADD CONSTRAINT "event_subscriptions_blocks_meta_conversions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_whatsapp" ADD CONSTRAINT "event_subscriptions_blocks_whatsapp_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_whatsapp" ADD CONSTRAINT "event_subscriptions_blocks_whatsapp_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_sms" ADD CONSTRAINT "event_subscriptions_blocks_sms_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_sms" ADD CONSTRAINT "event_subscriptions_blocks_sms_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_bitrix24" ADD CONSTRAINT "event_subscriptions_blocks_bitrix24_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_bitrix24" ADD CONSTRAINT "event_subscriptions_blocks_bitrix24_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_mailing" ADD CONSTRAINT "event_subscriptions_blocks_mailing_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_mailing" ADD CONSTRAINT "event_subscriptions_blocks_mailing_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."event_subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "message_templates_locales" ADD CONSTRAINT "message_templates_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."message_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_message_templates_v" ADD CONSTRAINT "_message_templates_v_parent_id_message_templates_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_message_templates_v_locales" ADD CONSTRAINT "_message_templates_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_message_templates_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "event_subscriptions_blocks_http_request_order_idx" ON "event_subscriptions_blocks_http_request" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_http_request_parent_id_idx" ON "event_subscriptions_blocks_http_request" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_http_request_path_idx" ON "event_subscriptions_blocks_http_request" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_http_request_credentials_idx" ON "event_subscriptions_blocks_http_request" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_vk_order_idx" ON "event_subscriptions_blocks_vk" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_vk_parent_id_idx" ON "event_subscriptions_blocks_vk" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_vk_path_idx" ON "event_subscriptions_blocks_vk" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_vk_credentials_idx" ON "event_subscriptions_blocks_vk" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_yandex_metrica_order_idx" ON "event_subscriptions_blocks_yandex_metrica" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_yandex_metrica_parent_id_idx" ON "event_subscriptions_blocks_yandex_metrica" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_yandex_metrica_path_idx" ON "event_subscriptions_blocks_yandex_metrica" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_yandex_metrica_credentials_idx" ON "event_subscriptions_blocks_yandex_metrica" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_ga4_order_idx" ON "event_subscriptions_blocks_ga4" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_ga4_parent_id_idx" ON "event_subscriptions_blocks_ga4" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_ga4_path_idx" ON "event_subscriptions_blocks_ga4" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_ga4_credentials_idx" ON "event_subscriptions_blocks_ga4" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_meta_conversions_order_idx" ON "event_subscriptions_blocks_meta_conversions" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_meta_conversions_parent_id_idx" ON "event_subscriptions_blocks_meta_conversions" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_meta_conversions_path_idx" ON "event_subscriptions_blocks_meta_conversions" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_meta_conversions_credentials_idx" ON "event_subscriptions_blocks_meta_conversions" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_whatsapp_order_idx" ON "event_subscriptions_blocks_whatsapp" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_whatsapp_parent_id_idx" ON "event_subscriptions_blocks_whatsapp" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_whatsapp_path_idx" ON "event_subscriptions_blocks_whatsapp" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_whatsapp_credentials_idx" ON "event_subscriptions_blocks_whatsapp" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_sms_order_idx" ON "event_subscriptions_blocks_sms" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_sms_parent_id_idx" ON "event_subscriptions_blocks_sms" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_sms_path_idx" ON "event_subscriptions_blocks_sms" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_sms_credentials_idx" ON "event_subscriptions_blocks_sms" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_bitrix24_order_idx" ON "event_subscriptions_blocks_bitrix24" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_bitrix24_parent_id_idx" ON "event_subscriptions_blocks_bitrix24" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_bitrix24_path_idx" ON "event_subscriptions_blocks_bitrix24" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_bitrix24_credentials_idx" ON "event_subscriptions_blocks_bitrix24" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_mailing_order_idx" ON "event_subscriptions_blocks_mailing" USING btree ("_order");
  CREATE INDEX "event_subscriptions_blocks_mailing_parent_id_idx" ON "event_subscriptions_blocks_mailing" USING btree ("_parent_id");
  CREATE INDEX "event_subscriptions_blocks_mailing_path_idx" ON "event_subscriptions_blocks_mailing" USING btree ("_path");
  CREATE INDEX "event_subscriptions_blocks_mailing_credentials_idx" ON "event_subscriptions_blocks_mailing" USING btree ("credentials_id");
  CREATE INDEX "channel_credentials_channel_idx" ON "channel_credentials" USING btree ("channel");
  CREATE INDEX "channel_credentials_expires_at_idx" ON "channel_credentials" USING btree ("expires_at");
  CREATE INDEX "channel_credentials_updated_at_idx" ON "channel_credentials" USING btree ("updated_at");
  CREATE INDEX "channel_credentials_created_at_idx" ON "channel_credentials" USING btree ("created_at");
  CREATE UNIQUE INDEX "message_templates_key_idx" ON "message_templates" USING btree ("key");
  CREATE INDEX "message_templates_updated_at_idx" ON "message_templates" USING btree ("updated_at");
  CREATE INDEX "message_templates_created_at_idx" ON "message_templates" USING btree ("created_at");
  CREATE UNIQUE INDEX "message_templates_locales_locale_parent_id_unique" ON "message_templates_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_message_templates_v_parent_idx" ON "_message_templates_v" USING btree ("parent_id");
  CREATE INDEX "_message_templates_v_version_version_key_idx" ON "_message_templates_v" USING btree ("version_key");
  CREATE INDEX "_message_templates_v_version_version_updated_at_idx" ON "_message_templates_v" USING btree ("version_updated_at");
  CREATE INDEX "_message_templates_v_version_version_created_at_idx" ON "_message_templates_v" USING btree ("version_created_at");
  CREATE INDEX "_message_templates_v_created_at_idx" ON "_message_templates_v" USING btree ("created_at");
  CREATE INDEX "_message_templates_v_updated_at_idx" ON "_message_templates_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "_message_templates_v_locales_locale_parent_id_unique" ON "_message_templates_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "delivery_reports_delivery_idx" ON "delivery_reports" USING btree ("delivery");
  CREATE INDEX "delivery_reports_created_at_idx" ON "delivery_reports" USING btree ("created_at");
  CREATE INDEX "delivery_reports_waiting_idx" ON "delivery_reports" USING btree ("created_at") WHERE delivery IS NULL;
  CREATE UNIQUE INDEX "suppressed_addresses_address_hash_idx" ON "suppressed_addresses" USING btree ("address_hash");
  ALTER TABLE "event_subscriptions_blocks_email" ADD CONSTRAINT "event_subscriptions_blocks_email_message_template_id_message_templates_id_fk" FOREIGN KEY ("message_template_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_telegram" ADD CONSTRAINT "event_subscriptions_blocks_telegram_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_telegram" ADD CONSTRAINT "event_subscriptions_blocks_telegram_message_template_id_message_templates_id_fk" FOREIGN KEY ("message_template_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_slack" ADD CONSTRAINT "event_subscriptions_blocks_slack_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_slack" ADD CONSTRAINT "event_subscriptions_blocks_slack_message_template_id_message_templates_id_fk" FOREIGN KEY ("message_template_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_discord" ADD CONSTRAINT "event_subscriptions_blocks_discord_credentials_id_channel_credentials_id_fk" FOREIGN KEY ("credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "event_subscriptions_blocks_discord" ADD CONSTRAINT "event_subscriptions_blocks_discord_message_template_id_message_templates_id_fk" FOREIGN KEY ("message_template_id") REFERENCES "public"."message_templates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_channel_credentials_fk" FOREIGN KEY ("channel_credentials_id") REFERENCES "public"."channel_credentials"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_message_templates_fk" FOREIGN KEY ("message_templates_id") REFERENCES "public"."message_templates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_suppressed_addresses_fk" FOREIGN KEY ("suppressed_addresses_id") REFERENCES "public"."suppressed_addresses"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "event_subscriptions_blocks_email_message_template_idx" ON "event_subscriptions_blocks_email" USING btree ("message_template_id");
  CREATE INDEX "event_subscriptions_blocks_telegram_credentials_idx" ON "event_subscriptions_blocks_telegram" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_telegram_message_template_idx" ON "event_subscriptions_blocks_telegram" USING btree ("message_template_id");
  CREATE INDEX "event_subscriptions_blocks_slack_credentials_idx" ON "event_subscriptions_blocks_slack" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_slack_message_template_idx" ON "event_subscriptions_blocks_slack" USING btree ("message_template_id");
  CREATE INDEX "event_subscriptions_blocks_discord_credentials_idx" ON "event_subscriptions_blocks_discord" USING btree ("credentials_id");
  CREATE INDEX "event_subscriptions_blocks_discord_message_template_idx" ON "event_subscriptions_blocks_discord" USING btree ("message_template_id");
  CREATE INDEX "event_deliveries_message_idx" ON "event_deliveries" USING btree ("message_id","channel") WHERE message_id IS NOT NULL;
  CREATE INDEX "payload_locked_documents_rels_channel_credentials_id_idx" ON "payload_locked_documents_rels" USING btree ("channel_credentials_id");
  CREATE INDEX "payload_locked_documents_rels_message_templates_id_idx" ON "payload_locked_documents_rels" USING btree ("message_templates_id");
  CREATE INDEX "payload_locked_documents_rels_suppressed_addresses_id_idx" ON "payload_locked_documents_rels" USING btree ("suppressed_addresses_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "event_subscriptions_blocks_http_request" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_subscriptions_blocks_vk" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_subscriptions_blocks_yandex_metrica" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_subscriptions_blocks_ga4" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_subscriptions_blocks_meta_conversions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_subscriptions_blocks_whatsapp" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_subscriptions_blocks_sms" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_subscriptions_blocks_bitrix24" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "event_subscriptions_blocks_mailing" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "channel_credentials" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "message_templates" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "message_templates_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_message_templates_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_message_templates_v_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "delivery_reports" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "suppressed_addresses" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "event_subscriptions_blocks_http_request" CASCADE;
  DROP TABLE "event_subscriptions_blocks_vk" CASCADE;
  DROP TABLE "event_subscriptions_blocks_yandex_metrica" CASCADE;
  DROP TABLE "event_subscriptions_blocks_ga4" CASCADE;
  DROP TABLE "event_subscriptions_blocks_meta_conversions" CASCADE;
  DROP TABLE "event_subscriptions_blocks_whatsapp" CASCADE;
  DROP TABLE "event_subscriptions_blocks_sms" CASCADE;
  DROP TABLE "event_subscriptions_blocks_bitrix24" CASCADE;
  DROP TABLE "event_subscriptions_blocks_mailing" CASCADE;
  DROP TABLE "channel_credentials" CASCADE;
  DROP TABLE "message_templates" CASCADE;
  DROP TABLE "message_templates_locales" CASCADE;
  DROP TABLE "_message_templates_v" CASCADE;
  DROP TABLE "_message_templates_v_locales" CASCADE;
  DROP TABLE "delivery_reports" CASCADE;
  DROP TABLE "suppressed_addresses" CASCADE;
  ALTER TABLE "event_subscriptions_blocks_email" DROP CONSTRAINT "event_subscriptions_blocks_email_message_template_id_message_templates_id_fk";
  
  ALTER TABLE "event_subscriptions_blocks_telegram" DROP CONSTRAINT "event_subscriptions_blocks_telegram_credentials_id_channel_credentials_id_fk";
  
  ALTER TABLE "event_subscriptions_blocks_telegram" DROP CONSTRAINT "event_subscriptions_blocks_telegram_message_template_id_message_templates_id_fk";
  
  ALTER TABLE "event_subscriptions_blocks_slack" DROP CONSTRAINT "event_subscriptions_blocks_slack_credentials_id_channel_credentials_id_fk";
  
  ALTER TABLE "event_subscriptions_blocks_slack" DROP CONSTRAINT "event_subscriptions_blocks_slack_message_template_id_message_templates_id_fk";
  
  ALTER TABLE "event_subscriptions_blocks_discord" DROP CONSTRAINT "event_subscriptions_blocks_discord_credentials_id_channel_credentials_id_fk";
  
  ALTER TABLE "event_subscriptions_blocks_discord" DROP CONSTRAINT "event_subscriptions_blocks_discord_message_template_id_message_templates_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_channel_credentials_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_message_templates_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_suppressed_addresses_fk";
  
  DROP INDEX "event_subscriptions_blocks_email_message_template_idx";
  DROP INDEX "event_subscriptions_blocks_telegram_credentials_idx";
  DROP INDEX "event_subscriptions_blocks_telegram_message_template_idx";
  DROP INDEX "event_subscriptions_blocks_slack_credentials_idx";
  DROP INDEX "event_subscriptions_blocks_slack_message_template_idx";
  DROP INDEX "event_subscriptions_blocks_discord_credentials_idx";
  DROP INDEX "event_subscriptions_blocks_discord_message_template_idx";
  DROP INDEX "event_deliveries_message_idx";
  DROP INDEX "payload_locked_documents_rels_channel_credentials_id_idx";
  DROP INDEX "payload_locked_documents_rels_message_templates_id_idx";
  DROP INDEX "payload_locked_documents_rels_suppressed_addresses_id_idx";
  ALTER TABLE "event_subscriptions_blocks_email" ALTER COLUMN "subject" SET NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_email" ALTER COLUMN "body" SET NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_telegram" ALTER COLUMN "text" SET NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_slack" ALTER COLUMN "text" SET NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_discord" ALTER COLUMN "text" SET NOT NULL;
  ALTER TABLE "event_subscriptions_blocks_email" DROP COLUMN "message_template_id";
  ALTER TABLE "event_subscriptions_blocks_telegram" DROP COLUMN "credentials_id";
  ALTER TABLE "event_subscriptions_blocks_telegram" DROP COLUMN "message_template_id";
  ALTER TABLE "event_subscriptions_blocks_slack" DROP COLUMN "credentials_id";
  ALTER TABLE "event_subscriptions_blocks_slack" DROP COLUMN "message_template_id";
  ALTER TABLE "event_subscriptions_blocks_discord" DROP COLUMN "credentials_id";
  ALTER TABLE "event_subscriptions_blocks_discord" DROP COLUMN "message_template_id";
  ALTER TABLE "event_subscriptions" DROP COLUMN "kind";
  ALTER TABLE "event_deliveries" DROP COLUMN "message_id";
  ALTER TABLE "event_deliveries" DROP COLUMN "message_status";
  ALTER TABLE "event_deliveries" DROP COLUMN "message_status_at";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "channel_credentials_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "message_templates_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "suppressed_addresses_id";
  DROP TYPE "public"."enum_event_subscriptions_blocks_http_request_method";
  DROP TYPE "public"."enum_event_subscriptions_blocks_http_request_body_kind";
  DROP TYPE "public"."enum_event_subscriptions_blocks_http_request_auth";
  DROP TYPE "public"."enum_event_subscriptions_blocks_http_request_hmac_algorithm";
  DROP TYPE "public"."enum_event_subscriptions_blocks_http_request_hmac_encoding";
  DROP TYPE "public"."enum_event_subscriptions_blocks_whatsapp_kind";
  DROP TYPE "public"."enum_event_subscriptions_blocks_sms_provider";
  DROP TYPE "public"."enum_event_subscriptions_blocks_bitrix24_entity";
  DROP TYPE "public"."enum_event_subscriptions_blocks_bitrix24_identity";
  DROP TYPE "public"."enum_event_subscriptions_blocks_mailing_provider";
  DROP TYPE "public"."enum_event_subscriptions_kind";
  DROP TYPE "public"."enum_channel_credentials_channel";
  DROP TYPE "public"."enum_channel_credentials_http_request_auth";
  DROP TYPE "public"."enum_channel_credentials_sms_provider";
  DROP TYPE "public"."enum_channel_credentials_mailing_provider";
  DROP TYPE "public"."enum_suppressed_addresses_reason";`)
}
