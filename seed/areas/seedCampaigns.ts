import type { Sql } from '../../src/kernel/sql.ts'
import type { SeedContext } from '../seedContext.ts'
import { richText } from '../support/richText.ts'

const harvest = {
  title: 'Новый урожай Кении',
  ru: {
    subject: 'Новый урожай Кении уже обжарен',
    preheader: 'Смородина, грейпфрут и 10 % до пятницы',
    text: richText(
      'Здравствуйте, {{ subscriber.name | default: "друг кофе" }}!',
      'Пришла Кения Ньери AA: чёрная смородина и грейпфрут. До пятницы скидка 10 %.',
    ),
  },
  en: {
    subject: 'The new Kenya crop is roasted',
    preheader: 'Blackcurrant, grapefruit, and 10% off until Friday',
    text: richText(
      'Hello, {{ subscriber.name | default: "coffee friend" }}!',
      'Kenya Nyeri AA is here: blackcurrant and grapefruit. 10% off until Friday.',
    ),
  },
}

/** One campaign that was sent and read, and one that is being written. */
export async function seedCampaigns(context: SeedContext): Promise<void> {
  const { manager: by, payload, planter, timeline } = context
  const { moments } = planter
  const at = moments.ago(9, 10)
  const begun = moments.after(at, 60)
  const ended = moments.after(begun, 4)
  await planter.plant({
    collection: 'email-campaigns',
    name: 'harvest',
    at,
    by,
    data: {
      title: harvest.title,
      subject: harvest.ru.subject,
      preheader: harvest.ru.preheader,
      content: harvest.ru.text,
    },
    en: {
      subject: harvest.en.subject,
      preheader: harvest.en.preheader,
      content: harvest.en.text,
    },
    // Begun and ended in one transaction: a worker never sees it while it could be sent.
    within: async ({ id, req, sql }) => {
      const move = (moment: string, status: string) =>
        timeline.at(moment, () =>
          payload.update({
            collection: 'email-campaigns',
            id,
            data: { status },
            depth: 0,
            req: { ...req },
            user: by,
          }),
        )
      await move(begun, 'sending')
      await deliverLetters(sql, id, begun)
      await move(ended, 'sent')
    },
  })
  await planter.plant({
    collection: 'email-campaigns',
    name: 'winter',
    at: moments.ago(1, 17),
    by,
    data: {
      title: 'Зимняя смесь: анонс',
      subject: 'Скоро: зимняя смесь',
      content: richText('Апельсин, корица и тёмный шоколад. Откроем предзаказ в понедельник.'),
      audience: { lists: [planter.id('newsletter-lists', 'shop-news')] },
    },
  })
}

/** What sending and reading would have written, letter by letter. */
async function deliverLetters(sql: Sql, campaignId: number, at: string): Promise<void> {
  await sql.query(
    `with numbered as (
       select id, row_number() over (order by id) as n from campaign_recipients where campaign_id = $1
     )
     update campaign_recipients r set
       status = (case when n % 13 = 12 then 'failed' else 'sent' end)::enum_campaign_recipients_status,
       error = case when n % 13 = 12 then 'mailbox unavailable' end,
       attempts = 1,
       sent_at = case when n % 13 <> 12 then $2::timestamptz + n * interval '2 seconds' end,
       opened_at = case when n % 13 <> 12 and n % 5 < 2 then $2::timestamptz + n * interval '37 minutes' end,
       clicked_at = case when n % 13 <> 12 and n % 10 = 1 then $2::timestamptz + n * interval '38 minutes' end,
       clicks = case when n % 13 <> 12 and n % 10 = 1 then 1 + n % 2 else 0 end
     from numbered where r.id = numbered.id`,
    [campaignId, at],
  )
  await sql.query(
    `update email_campaigns c set
       delivered_count = t.sent, failed_count = t.failed, opened_count = t.opened, clicked_count = t.clicked,
       open_rate = round(100.0 * t.opened / nullif(t.sent, 0), 2)
     from (select count(*) filter (where status = 'sent') as sent, count(*) filter (where status = 'failed') as failed,
         count(opened_at) as opened, count(clicked_at) as clicked
       from campaign_recipients where campaign_id = $1) t
     where c.id = $1`,
    [campaignId],
  )
}
