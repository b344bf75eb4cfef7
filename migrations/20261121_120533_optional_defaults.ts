import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "orders_items" ALTER COLUMN "quantity" DROP NOT NULL;
  ALTER TABLE "orders" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "carts_items" ALTER COLUMN "quantity" DROP NOT NULL;
  ALTER TABLE "course_enrollments" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "lesson_progress" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "certificates" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "subscription_payments" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "subscription_plans" ALTER COLUMN "interval_count" DROP NOT NULL;
  ALTER TABLE "subscription_plans" ALTER COLUMN "interval_unit" DROP NOT NULL;
  ALTER TABLE "newsletter_subscribers" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "email_campaigns" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "campaign_recipients" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "leads" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "service_projects" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "tasks" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "comments" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "bookings" ALTER COLUMN "status" DROP NOT NULL;
  ALTER TABLE "staff_schedules_hours" ALTER COLUMN "from" DROP NOT NULL;
  ALTER TABLE "staff_schedules_hours" ALTER COLUMN "to" DROP NOT NULL;
  ALTER TABLE "users" ALTER COLUMN "role" DROP NOT NULL;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "orders_items" ALTER COLUMN "quantity" SET NOT NULL;
  ALTER TABLE "orders" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "carts_items" ALTER COLUMN "quantity" SET NOT NULL;
  ALTER TABLE "course_enrollments" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "lesson_progress" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "certificates" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "subscription_payments" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "subscription_plans" ALTER COLUMN "interval_count" SET NOT NULL;
  ALTER TABLE "subscription_plans" ALTER COLUMN "interval_unit" SET NOT NULL;
  ALTER TABLE "newsletter_subscribers" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "email_campaigns" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "campaign_recipients" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "leads" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "service_projects" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "tasks" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "comments" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "bookings" ALTER COLUMN "status" SET NOT NULL;
  ALTER TABLE "staff_schedules_hours" ALTER COLUMN "from" SET NOT NULL;
  ALTER TABLE "staff_schedules_hours" ALTER COLUMN "to" SET NOT NULL;
  ALTER TABLE "users" ALTER COLUMN "role" SET NOT NULL;`)
}
