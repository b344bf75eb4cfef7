/**
 * What each type of event carries as `data`, in plain types that need no package.
 * Generated from the catalogue by `npm run generate:docs`; do not edit.
 */

export interface FlowEventTypes {
  /**
   * A user registered. When: A user is created.
   */
  'user.registered': {
    current: UserRow
    previous: Partial<UserRow> | null
    changed: string[]
  }
  /**
   * A user profile changed. When: A profile field changed. Login bookkeeping, sessions and the password do not count.
   */
  'user.updated': {
    current: UserRow
    previous: Partial<UserRow> | null
    changed: string[]
  }
  /**
   * A user signed in. When: A login succeeded.
   */
  'user.login': {
    current: UserRow
    previous: Partial<UserRow> | null
    changed: string[]
  }
  /**
   * A user signed out. When: A user signed out.
   */
  'user.logout': {
    current: UserRow
    previous: Partial<UserRow> | null
    changed: string[]
  }
  /**
   * A user has been quiet for a week. When: No activity for 7 days since the last one, or since the registration; once per quiet spell, not for the team.
   */
  'user.inactive_7d': {
    current: UserRow
    previous: Partial<UserRow> | null
    changed: string[]
    inactiveDays: number
  }
  /**
   * A user has been quiet for a month. When: No activity for 30 days since the last one, or since the registration; once per quiet spell, not for the team.
   */
  'user.inactive_30d': {
    current: UserRow
    previous: Partial<UserRow> | null
    changed: string[]
    inactiveDays: number
  }
  /**
   * A user came back after a break. When: The first activity after a quiet spell of 7 days or more.
   */
  'user.returned': {
    current: UserRow
    previous: Partial<UserRow> | null
    changed: string[]
    inactiveDays: number
  }
  /**
   * An order was created. When: An order is created, in any status.
   */
  'order.created': {
    current: OrderRow
    previous: Partial<OrderRow> | null
    changed: string[]
  }
  /**
   * An order was paid. When: The status became paid, or an order is created with it.
   */
  'order.paid': {
    current: OrderRow
    previous: Partial<OrderRow> | null
    changed: string[]
  }
  /**
   * An order was completed. When: The status became completed, or an order is created with it.
   */
  'order.completed': {
    current: OrderRow
    previous: Partial<OrderRow> | null
    changed: string[]
  }
  /**
   * An order was cancelled. When: The status became cancelled, or an order is created with it.
   */
  'order.cancelled': {
    current: OrderRow
    previous: Partial<OrderRow> | null
    changed: string[]
  }
  /**
   * The status of an order changed. When: Any change of the status of an order that existed before.
   */
  'order.status_changed': {
    current: OrderRow
    previous: Partial<OrderRow> | null
    changed: string[]
    statusFrom: string | null
    statusTo: string
  }
  /**
   * A product was created. When: A product is saved for the first time. A draft counts once it is saved for real.
   */
  'product.created': {
    current: ProductRow
    previous: Partial<ProductRow> | null
    changed: string[]
  }
  /**
   * A product changed. When: A field of the product changed. Draft saves and autosaves do not count.
   */
  'product.updated': {
    current: ProductRow
    previous: Partial<ProductRow> | null
    changed: string[]
  }
  /**
   * A product was published. When: The publication status goes from draft to published, or a product is created published.
   */
  'product.published': {
    current: ProductRow
    previous: Partial<ProductRow> | null
    changed: string[]
  }
  /**
   * The price of a product changed. When: Any price in any currency or locale changed.
   */
  'product.price_changed': {
    current: ProductRow
    previous: Partial<ProductRow> | null
    changed: string[]
    prices: {
      path: string
      locale: string | null
      currency: string | null
      old: number | null
      new: number | null
    }[]
  }
  /**
   * Somebody looked at a product. When: The shop front reports a view of a published product at POST /api/products/:id/view.
   */
  'product.viewed': {
    current: ProductRow
    previous: Partial<ProductRow> | null
    changed: string[]
  }
  /**
   * A cart was created. When: A cart is created, empty or not.
   */
  'cart.created': {
    current: CartRow
    previous: Partial<CartRow> | null
    changed: string[]
  }
  /**
   * A product was put into a cart, or its quantity rose. When: The quantity of a product in a cart rose, from zero or from more. A save that touches three lines means three events.
   */
  'cart.item_added': {
    current: CartRow
    previous: Partial<CartRow> | null
    changed: string[]
    item: {
      product?: number | string | null
      variant?: number | string | null
      title?: string | null
      sku?: string | null
      price?: {
        amount?: number | null
        currency?: string | null
        [k: string]: unknown
      } | null
      [k: string]: unknown
    }
    quantityBefore: number
    quantityAfter: number
  }
  /**
   * A product was taken out of a cart, or its quantity fell. When: The quantity of a product in a cart fell, to zero or to less. A save that touches three lines means three events.
   */
  'cart.item_removed': {
    current: CartRow
    previous: Partial<CartRow> | null
    changed: string[]
    item: {
      product?: number | string | null
      variant?: number | string | null
      title?: string | null
      sku?: string | null
      price?: {
        amount?: number | null
        currency?: string | null
        [k: string]: unknown
      } | null
      [k: string]: unknown
    }
    quantityBefore: number
    quantityAfter: number
  }
  /**
   * A cart was left with products in it. When: An active cart with products was not changed for the set time, one hour by default. Once until it changes again.
   */
  'cart.abandoned': {
    current: CartRow
    previous: Partial<CartRow> | null
    changed: string[]
    idleMinutes: number
    items?:
      | {
          id?: string | null
          product?: number | string | null
          variant?: number | string | null
          title?: string | null
          sku?: string | null
          quantity?: number | null
          price?: {
            amount?: number | null
            currency?: string | null
            [k: string]: unknown
          } | null
          [k: string]: unknown
        }[]
      | null
  }
  /**
   * A cart became an order. When: The status of the cart became converted.
   */
  'cart.converted': {
    current: CartRow
    previous: Partial<CartRow> | null
    changed: string[]
    orderId: number | string | null
  }
  /**
   * A review was written. When: A review is created, in any state of moderation.
   */
  'review.created': {
    current: ReviewRow
    previous: Partial<ReviewRow> | null
    changed: string[]
  }
  /**
   * A review praises. When: A review is created with a rating of 4 or 5, or an edit moves it there.
   */
  'review.positive': {
    current: ReviewRow
    previous: Partial<ReviewRow> | null
    changed: string[]
  }
  /**
   * A review complains. When: A review is created with a rating of 1 or 2, or an edit moves it there.
   */
  'review.negative': {
    current: ReviewRow
    previous: Partial<ReviewRow> | null
    changed: string[]
  }
  /**
   * A student was enrolled in a course. When: An enrollment is created, in any status.
   */
  'course.enrolled': {
    current: CourseRow
    previous: Partial<CourseRow> | null
    changed: string[]
  }
  /**
   * A student started a course. When: The status became active, which beginning the first lesson does too, or an enrollment is created with it.
   */
  'course.started': {
    current: CourseRow
    previous: Partial<CourseRow> | null
    changed: string[]
  }
  /**
   * A student completed a course. When: The status became completed, which completing the last published lesson does too, or an enrollment is created with it.
   */
  'course.completed': {
    current: CourseRow
    previous: Partial<CourseRow> | null
    changed: string[]
  }
  /**
   * A student made no progress in a course for a week. When: An active enrollment had no progress for 7 days, or for as long as the site has set.
   */
  'course.stalled': {
    current: CourseRow
    previous: Partial<CourseRow> | null
    changed: string[]
    idleDays: number
  }
  /**
   * A student started a lesson. When: The status became in_progress, or progress is created with it.
   */
  'lesson.started': {
    current: LessonRow
    previous: Partial<LessonRow> | null
    changed: string[]
  }
  /**
   * Progress in a lesson changed. When: The percent of existing progress changed.
   */
  'lesson.progress_updated': {
    current: LessonRow
    previous: Partial<LessonRow> | null
    changed: string[]
    percentFrom: number
    percentTo: number
  }
  /**
   * A student completed a lesson. When: The status became completed, which 100 percent does too, or progress is created with it.
   */
  'lesson.completed': {
    current: LessonRow
    previous: Partial<LessonRow> | null
    changed: string[]
  }
  /**
   * A student is stuck on a lesson. When: A lesson in progress had no activity for 3 days, or for as long as the site has set.
   */
  'lesson.stuck': {
    current: LessonRow
    previous: Partial<LessonRow> | null
    changed: string[]
    idleDays: number
  }
  /**
   * A user earned an achievement. When: An achievement is awarded to a user.
   */
  'achievement.earned': {
    current: AchievementRow
    previous: Partial<AchievementRow> | null
    changed: string[]
  }
  /**
   * A user reached a milestone. When: An award is a milestone or becomes marked as one, or it is the 5th, 10th, 25th, 50th or 100th of its user.
   */
  'achievement.milestone': {
    current: AchievementRow
    previous: Partial<AchievementRow> | null
    changed: string[]
    count: number
    milestone: number | null
  }
  /**
   * A certificate was issued. When: A certificate is created, by completing a course or by hand.
   */
  'certificate.issued': {
    current: CertificateRow
    previous: Partial<CertificateRow> | null
    changed: string[]
  }
  /**
   * A certificate was downloaded. When: The PDF is downloaded by the holder or by staff.
   */
  'certificate.downloaded': {
    current: CertificateRow
    previous: Partial<CertificateRow> | null
    changed: string[]
  }
  /**
   * A subscription was created. When: A subscription is created, in any status.
   */
  'subscription.created': {
    current: SubscriptionRow
    previous: Partial<SubscriptionRow> | null
    changed: string[]
  }
  /**
   * A subscription was renewed. When: The end of the paid period moved forward. The end of a pause does not count.
   */
  'subscription.renewed': {
    current: SubscriptionRow
    previous: Partial<SubscriptionRow> | null
    changed: string[]
    periodEndFrom: string | null
    periodEndTo: string | null
  }
  /**
   * A subscription was paused. When: The status became paused, or a subscription is created with it.
   */
  'subscription.paused': {
    current: SubscriptionRow
    previous: Partial<SubscriptionRow> | null
    changed: string[]
  }
  /**
   * A subscription was cancelled. When: The status became cancelled, or a subscription is created with it.
   */
  'subscription.cancelled': {
    current: SubscriptionRow
    previous: Partial<SubscriptionRow> | null
    changed: string[]
  }
  /**
   * A subscription expired. When: The status became expired, or a subscription is created with it.
   */
  'subscription.expired': {
    current: SubscriptionRow
    previous: Partial<SubscriptionRow> | null
    changed: string[]
  }
  /**
   * A subscription ends soon. When: Seven days before the end of the paid period, once per period.
   */
  'subscription.expiring_soon': {
    current: SubscriptionRow
    previous: Partial<SubscriptionRow> | null
    changed: string[]
    daysLeft: number
  }
  /**
   * A payment of a subscription failed. When: A payment of the subscription failed, each time one does.
   */
  'subscription.payment_failed': {
    current: SubscriptionRow
    previous: Partial<SubscriptionRow> | null
    changed: string[]
    paymentId?: number | string | null
    failureCode?: string | null
    failureReason?: string | null
  }
  /**
   * A payment of a subscription was created. When: A payment is created, in any status.
   */
  'subscription_payment.created': {
    current: SubscriptionPaymentRow
    previous: Partial<SubscriptionPaymentRow> | null
    changed: string[]
  }
  /**
   * A payment of a subscription succeeded. When: The status became successful, or a payment is created with it.
   */
  'subscription_payment.successful': {
    current: SubscriptionPaymentRow
    previous: Partial<SubscriptionPaymentRow> | null
    changed: string[]
  }
  /**
   * A payment of a subscription failed. When: The status became failed, or a payment is created with it.
   */
  'subscription_payment.failed': {
    current: SubscriptionPaymentRow
    previous: Partial<SubscriptionPaymentRow> | null
    changed: string[]
  }
  /**
   * A payment of a subscription was refunded. When: The status became refunded, or a payment is created with it.
   */
  'subscription_payment.refunded': {
    current: SubscriptionPaymentRow
    previous: Partial<SubscriptionPaymentRow> | null
    changed: string[]
  }
  /**
   * A failed payment of a subscription is tried again. When: A payment is created as a new attempt of a failed one, or a failed payment counts one attempt more.
   */
  'subscription_payment.retry': {
    current: SubscriptionPaymentRow
    previous: Partial<SubscriptionPaymentRow> | null
    changed: string[]
    attempt: number | null
  }
  /**
   * Somebody subscribed to the newsletter. When: A subscriber becomes subscribed for the first time, as a rule by the link in the confirmation letter.
   */
  'newsletter.subscribed': {
    current: NewsletterRow
    previous: Partial<NewsletterRow> | null
    changed: string[]
  }
  /**
   * A subscriber left the newsletter. When: The status left subscribed: the person unsubscribed or complained, or the address turned out not to exist.
   */
  'newsletter.unsubscribed': {
    current: NewsletterRow
    previous: Partial<NewsletterRow> | null
    changed: string[]
    statusTo: string | null
  }
  /**
   * A former subscriber came back. When: The status became subscribed again, for somebody who was subscribed before.
   */
  'newsletter.resubscribed': {
    current: NewsletterRow
    previous: Partial<NewsletterRow> | null
    changed: string[]
  }
  /**
   * An e-mail campaign was created. When: A campaign is saved for the first time, in any status.
   */
  'campaign.created': {
    current: CampaignRow
    previous: Partial<CampaignRow> | null
    changed: string[]
  }
  /**
   * An e-mail campaign started. When: The status became sending for the first time, by hand or by schedule.
   */
  'campaign.started': {
    current: CampaignRow
    previous: Partial<CampaignRow> | null
    changed: string[]
  }
  /**
   * An e-mail campaign was sent. When: The status became sent: no letter is left to send.
   */
  'campaign.completed': {
    current: CampaignRow
    previous: Partial<CampaignRow> | null
    changed: string[]
  }
  /**
   * A campaign is opened unusually often. When: A day after its start, with at least 100 letters delivered, more than 25 % were opened; judged once.
   */
  'campaign.high_open_rate': {
    current: CampaignRow
    previous: Partial<CampaignRow> | null
    changed: string[]
    openRate: number
    delivered: number
    opened: number
  }
  /**
   * A campaign is hardly opened. When: A day after its start, with at least 100 letters delivered, fewer than 10 % were opened; judged once.
   */
  'campaign.low_open_rate': {
    current: CampaignRow
    previous: Partial<CampaignRow> | null
    changed: string[]
    openRate: number
    delivered: number
    opened: number
  }
  /**
   * A lead came in. When: A lead is created, by hand, by a form or by another program.
   */
  'lead.created': {
    current: LeadRow
    previous: Partial<LeadRow> | null
    changed: string[]
  }
  /**
   * A visitor sent a form. When: Answers to any form are stored. What a robot sent into the trap is not stored.
   */
  'form.submitted': {
    current: FormRow
    previous: Partial<FormRow> | null
    changed: string[]
    answers: {
      [k: string]: string | null
    }
  }
  /**
   * A project was created. When: A project is created, in any status.
   */
  'project.created': {
    current: ProjectRow
    previous: Partial<ProjectRow> | null
    changed: string[]
  }
  /**
   * Work on a project began. When: The status became in_progress for the first time, or a project is created with it. Going on after a pause is not a start.
   */
  'project.started': {
    current: ProjectRow
    previous: Partial<ProjectRow> | null
    changed: string[]
  }
  /**
   * A project was completed. When: The status became completed, or a project is created with it.
   */
  'project.completed': {
    current: ProjectRow
    previous: Partial<ProjectRow> | null
    changed: string[]
  }
  /**
   * A project is overdue. When: The deadline passed, or a project without one is in progress for 30 days; once.
   */
  'project.overdue': {
    current: ProjectRow
    previous: Partial<ProjectRow> | null
    changed: string[]
    reason: 'deadline' | 'too_long'
    daysLate: number | null
    daysInProgress: number | null
  }
  /**
   * A task was created. When: A task is created, in any status.
   */
  'task.created': {
    current: TaskRow
    previous: Partial<TaskRow> | null
    changed: string[]
  }
  /**
   * A task was given to somebody. When: The assignee was set or changed, also on creation. Taking the assignee away does not count.
   */
  'task.assigned': {
    current: TaskRow
    previous: Partial<TaskRow> | null
    changed: string[]
    assignee: number | string
    previousAssignee: number | string | null
  }
  /**
   * A task was completed. When: The status became done, or a task is created with it.
   */
  'task.completed': {
    current: TaskRow
    previous: Partial<TaskRow> | null
    changed: string[]
  }
  /**
   * A task is overdue. When: The due date passed and the task is neither done nor cancelled; once per due date.
   */
  'task.overdue': {
    current: TaskRow
    previous: Partial<TaskRow> | null
    changed: string[]
    dueAt: string
    daysLate: number
  }
  /**
   * A post was created. When: A post is published for the first time. A draft means nothing until then.
   */
  'post.created': {
    current: PostRow
    previous: Partial<PostRow> | null
    changed: string[]
  }
  /**
   * A post was published. When: The publication status goes from draft to published, or a post is created published.
   */
  'post.published': {
    current: PostRow
    previous: Partial<PostRow> | null
    changed: string[]
  }
  /**
   * A published post changed. When: A field of a published post changed, or it was taken back to draft. Draft saves and autosaves do not count.
   */
  'post.updated': {
    current: PostRow
    previous: Partial<PostRow> | null
    changed: string[]
  }
  /**
   * A comment was written. When: A comment is stored, whatever its moderation state.
   */
  'comment.created': {
    current: CommentRow
    previous: Partial<CommentRow> | null
    changed: string[]
  }
  /**
   * A comment was approved. When: The moderation status became approved, or a comment is created with it.
   */
  'comment.approved': {
    current: CommentRow
    previous: Partial<CommentRow> | null
    changed: string[]
  }
  /**
   * A comment was rejected. When: The moderation status became rejected, or a comment is created with it.
   */
  'comment.rejected': {
    current: CommentRow
    previous: Partial<CommentRow> | null
    changed: string[]
  }
  /**
   * Somebody liked a comment. When: A signed-in person likes a comment for the first time.
   */
  'comment.liked': {
    current: CommentRow
    previous: Partial<CommentRow> | null
    changed: string[]
    likedBy: number | string
  }
  /**
   * A service was created. When: A service is saved for the first time. A draft counts once it is saved for real.
   */
  'service.created': {
    current: ServiceRow
    previous: Partial<ServiceRow> | null
    changed: string[]
  }
  /**
   * A service was published. When: The publication status goes from draft to published, or a service is created published.
   */
  'service.published': {
    current: ServiceRow
    previous: Partial<ServiceRow> | null
    changed: string[]
  }
  /**
   * A service changed. When: A field of the service changed. Draft saves and autosaves do not count.
   */
  'service.updated': {
    current: ServiceRow
    previous: Partial<ServiceRow> | null
    changed: string[]
  }
  /**
   * A booking was created. When: A booking is created, in any status.
   */
  'booking.created': {
    current: BookingRow
    previous: Partial<BookingRow> | null
    changed: string[]
  }
  /**
   * A booking was confirmed. When: The status became confirmed, or a booking is created with it.
   */
  'booking.confirmed': {
    current: BookingRow
    previous: Partial<BookingRow> | null
    changed: string[]
  }
  /**
   * A booking was completed. When: The status became completed, or a booking is created with it.
   */
  'booking.completed': {
    current: BookingRow
    previous: Partial<BookingRow> | null
    changed: string[]
  }
  /**
   * A booking was cancelled. When: The status became cancelled, or a booking is created with it.
   */
  'booking.cancelled': {
    current: BookingRow
    previous: Partial<BookingRow> | null
    changed: string[]
  }
  /**
   * The status of a booking changed. When: Any change of the status of a booking that existed before.
   */
  'booking.status_changed': {
    current: BookingRow
    previous: Partial<BookingRow> | null
    changed: string[]
    statusFrom: string | null
    statusTo: string
  }
  /**
   * A delivery keeps failing and will be tried again. When: The fourth try of a delivery failed and the schedule has more of them.
   */
  'delivery.failing': {
    current: DeliveryRow
    previous: Partial<DeliveryRow> | null
    changed: string[]
    receiver: {
      consecutiveFailures: number
      failingSince: string | null
      lastSuccessAt: string | null
    }
  }
  /**
   * A delivery failed for good; a person can retry it. When: The last try of the schedule failed, or the receiver refused for good.
   */
  'delivery.exhausted': {
    current: DeliveryRow
    previous: Partial<DeliveryRow> | null
    changed: string[]
    receiver: {
      consecutiveFailures: number
      failingSince: string | null
      lastSuccessAt: string | null
    }
  }
  /**
   * A receiver that had been failing takes deliveries again. When: The first success of a receiver after delivery.failing or delivery.exhausted.
   */
  'delivery.recovered': {
    current: DeliveryRow
    previous: Partial<DeliveryRow> | null
    changed: string[]
    receiver: {
      consecutiveFailures: number
      failingSince: string | null
      lastSuccessAt: string | null
    }
  }
  /**
   * A channel of an event subscription was switched off by itself. When: The receiver said it is gone (HTTP 410), or took nothing for five days.
   */
  'delivery.channel_disabled': {
    current: DeliveryChannelDisabledRow
    previous: Partial<DeliveryChannelDisabledRow> | null
    changed: string[]
    channel: string
    channelEntry: string
    target: string | null
    cause: 'gone' | 'failing'
    reason: string
    receiver: {
      consecutiveFailures: number
      failingSince: string | null
      lastSuccessAt: string | null
    }
  }
}
export interface UserRow {
  id: number | string
  email?: string | null
  name?: string | null
  phone?: string | null
  role?: ('admin' | 'manager' | 'viewer' | 'customer') | null
  locale?: string | null
  lastActiveAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface OrderRow {
  id: number | string
  number?: string | null
  status?: ('pending' | 'processing' | 'paid' | 'completed' | 'cancelled' | 'refunded') | null
  total?: {
    [k: string]: {
      amount?: number | null
      currency?: string | null
      [k: string]: unknown
    } | null
  } | null
  items?:
    | {
        id?: string | null
        product?: number | string | null
        title?: string | null
        sku?: string | null
        variant?: number | string | null
        quantity?: number | null
        price?: {
          amount?: number | null
          currency?: string | null
          [k: string]: unknown
        } | null
        [k: string]: unknown
      }[]
    | null
  discount?: {
    amount?: number | null
    currency?: string | null
    [k: string]: unknown
  } | null
  deliveryCost?: {
    amount?: number | null
    currency?: string | null
    [k: string]: unknown
  } | null
  deliveryMethod?: string | null
  paymentMethod?: string | null
  shippingAddress?: {
    country?: string | null
    region?: string | null
    city?: string | null
    street?: string | null
    postalCode?: string | null
    recipient?: string | null
    comment?: string | null
    [k: string]: unknown
  } | null
  cart?: number | string | null
  customer?: number | string | null
  customerEmail?: string | null
  customerPhone?: string | null
  customerName?: string | null
  comment?: string | null
  note?: string | null
  source?: string | null
  paidAt?: string | null
  completedAt?: string | null
  cancelledAt?: string | null
  refundedAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface ProductRow {
  id: number | string
  title?: {
    [k: string]: string | null
  } | null
  slug?: string | null
  shortDescription?: {
    [k: string]: string | null
  } | null
  description?: {
    [k: string]: string | null
  } | null
  sku?: string | null
  price?: {
    [k: string]: {
      amount?: number | null
      currency?: string | null
      [k: string]: unknown
    } | null
  } | null
  compareAtPrice?: {
    [k: string]: {
      amount?: number | null
      currency?: string | null
      [k: string]: unknown
    } | null
  } | null
  stock?: number | null
  images?: (number | string)[] | null
  categories?: (number | string)[] | null
  _status?: ('draft' | 'published') | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface CartRow {
  id: number | string
  status?: ('active' | 'converted' | 'merged') | null
  items?:
    | {
        id?: string | null
        product?: number | string | null
        variant?: number | string | null
        title?: string | null
        sku?: string | null
        quantity?: number | null
        price?: {
          amount?: number | null
          currency?: string | null
          [k: string]: unknown
        } | null
        [k: string]: unknown
      }[]
    | null
  currency?: string | null
  subtotal?:
    | ({
        amount?: number | null
        currency?: string | null
        [k: string]: unknown
      } | null)
    | (number | null)
  itemCount?: number | null
  user?: number | string | null
  name?: string | null
  email?: string | null
  phone?: string | null
  language?: string | null
  lastChangedAt?: string | null
  order?: number | string | null
  convertedAt?: string | null
  mergedInto?: number | string | null
  utm?: {
    source?: string | null
    medium?: string | null
    campaign?: string | null
    content?: string | null
    term?: string | null
    [k: string]: unknown
  } | null
  referrer?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface ReviewRow {
  id: number | string
  product?: number | string | null
  rating?: number | null
  title?: string | null
  text?: string | null
  status?: ('pending' | 'approved' | 'rejected') | null
  author?: number | string | null
  authorName?: string | null
  authorEmail?: string | null
  isVerified?: boolean | null
  photos?: (number | string)[] | null
  reply?: {
    text?: string | null
    repliedAt?: string | null
    repliedBy?: number | string | null
    [k: string]: unknown
  } | null
  moderatedAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface CourseRow {
  id: number | string
  user?: number | string | null
  course?: number | string | null
  status?: ('enrolled' | 'active' | 'completed' | 'cancelled') | null
  progressPercent?: number | null
  lessonsDone?: number | null
  lessonsTotal?: number | null
  note?: string | null
  source?: string | null
  order?: number | string | null
  startedAt?: string | null
  completedAt?: string | null
  cancelledAt?: string | null
  lastProgressAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface LessonRow {
  id: number | string
  user?: number | string | null
  lesson?: number | string | null
  enrollment?: number | string | null
  course?: number | string | null
  status?: ('not_started' | 'in_progress' | 'completed') | null
  percent?: number | null
  secondsWatched?: number | null
  startedAt?: string | null
  completedAt?: string | null
  lastActivityAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface AchievementRow {
  id: number | string
  title?: {
    [k: string]: string | null
  } | null
  user?: number | string | null
  type?: number | string | null
  reason?: string | null
  code?: string | null
  icon?: number | string | null
  points?: number | null
  isMilestone?: boolean | null
  earnedAt?: string | null
  number?: number | null
  milestoneReached?: number | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface CertificateRow {
  id: number | string
  number?: string | null
  enrollment?: number | string | null
  user?: number | string | null
  course?: number | string | null
  holderName?: string | null
  courseTitle?: {
    [k: string]: string | null
  } | null
  status?: ('valid' | 'revoked') | null
  issuedAt?: string | null
  revokedAt?: string | null
  revokedReason?: string | null
  verificationCode?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface SubscriptionRow {
  id: number | string
  number?: string | null
  customer?: number | string | null
  plan?: number | string | null
  status?: ('trialing' | 'active' | 'past_due' | 'paused' | 'cancelled' | 'expired') | null
  price?: {
    amount?: number | null
    currency?: string | null
    [k: string]: unknown
  } | null
  interval?: {
    count?: number | null
    unit?: ('day' | 'week' | 'month' | 'year') | null
    [k: string]: unknown
  } | null
  currentPeriodStart?: string | null
  currentPeriodEnd?: string | null
  autoRenew?: boolean | null
  cancelAtPeriodEnd?: boolean | null
  cancellationReason?: string | null
  note?: string | null
  provider?: ('manual' | 'generic' | 'yookassa' | 'cloudpayments') | null
  externalId?: string | null
  renewals?: number | null
  failedPayments?: number | null
  lastPayment?: number | string | null
  lastFailure?: {
    at?: string | null
    code?: string | null
    reason?: string | null
    [k: string]: unknown
  } | null
  billingAnchor?: string | null
  trialEndsAt?: string | null
  pausedAt?: string | null
  cancelledAt?: string | null
  expiredAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface SubscriptionPaymentRow {
  id: number | string
  number?: string | null
  subscription?: number | string | null
  amount?: {
    amount?: number | null
    currency?: string | null
    [k: string]: unknown
  } | null
  status?: ('pending' | 'successful' | 'failed' | 'refunded') | null
  periodStart?: string | null
  periodEnd?: string | null
  attempt?: number | null
  retryOf?: number | string | null
  failureCode?: string | null
  failureReason?: string | null
  issue?: ('amount_mismatch' | 'subscription_cancelled') | null
  note?: string | null
  provider?: ('manual' | 'generic' | 'yookassa' | 'cloudpayments') | null
  externalId?: string | null
  paidAt?: string | null
  failedAt?: string | null
  refundedAt?: string | null
  appliedAt?: string | null
  refunds?:
    | {
        id?: string | null
        externalId?: string | null
        amount?: number | null
        at?: string | null
        [k: string]: unknown
      }[]
    | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface NewsletterRow {
  id: number | string
  email?: string | null
  name?: string | null
  lists?: (number | string)[] | null
  tags?: string[] | null
  consent?: {
    text?: string | null
    at?: string | null
    ip?: string | null
    [k: string]: unknown
  } | null
  status?: ('pending' | 'subscribed' | 'unsubscribed' | 'bounced' | 'complained') | null
  locale?: string | null
  source?: string | null
  user?: number | string | null
  subscribedAt?: string | null
  resubscribedAt?: string | null
  unsubscribedAt?: string | null
  unsubscribeReason?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface CampaignRow {
  id: number | string
  title?: string | null
  subject?: {
    [k: string]: string | null
  } | null
  preheader?: {
    [k: string]: string | null
  } | null
  content?: unknown
  html?: {
    [k: string]: string | null
  } | null
  audience?: {
    lists?: (number | string)[] | null
    tags?: string[] | null
    locales?: string[] | null
    [k: string]: unknown
  } | null
  status?: ('draft' | 'scheduled' | 'sending' | 'paused' | 'sent' | 'cancelled') | null
  scheduledAt?: string | null
  senderName?: string | null
  startedAt?: string | null
  completedAt?: string | null
  audienceFixedAt?: string | null
  openRateJudgedAt?: string | null
  recipientsCount?: number | null
  deliveredCount?: number | null
  failedCount?: number | null
  skippedCount?: number | null
  openedCount?: number | null
  clickedCount?: number | null
  unsubscribedCount?: number | null
  openRate?: number | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface LeadRow {
  id: number | string
  title?: string | null
  status?: ('new' | 'in_work' | 'qualified' | 'won' | 'lost') | null
  name?: string | null
  company?: string | null
  phone?: string | null
  phoneRaw?: string | null
  email?: string | null
  message?: string | null
  source?: string | null
  assignee?: number | string | null
  tags?: string[] | null
  value?: {
    amount?: number | null
    currency?: string | null
    [k: string]: unknown
  } | null
  nextContactAt?: string | null
  lostReason?: string | null
  lostComment?: string | null
  note?: string | null
  form?: number | string | null
  submission?: number | string | null
  landingPage?: string | null
  referrer?: string | null
  utm?: {
    source?: string | null
    medium?: string | null
    campaign?: string | null
    content?: string | null
    term?: string | null
    fbclid?: string | null
    gclid?: string | null
    yclid?: string | null
    [k: string]: unknown
  } | null
  consents?:
    | {
        text?: string | null
        documentUrl?: string | null
        at?: string | null
        [k: string]: unknown
      }[]
    | null
  externalSystem?: string | null
  externalId?: string | null
  externalEntity?: string | null
  externalEntityId?: string | null
  statusChangedAt?: string | null
  closedAt?: string | null
  deletedAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface FormRow {
  id: number | string
  title?: string | null
  form?: number | string | null
  values?:
    | {
        name?: string | null
        label?: string | null
        value?: string | null
        shown?: string | null
        [k: string]: unknown
      }[]
    | null
  submissionData?:
    | {
        field?: string | null
        value?: string | null
        [k: string]: unknown
      }[]
    | null
  consents?:
    | {
        text?: string | null
        documentUrl?: string | null
        at?: string | null
        [k: string]: unknown
      }[]
    | null
  page?: string | null
  referrer?: string | null
  utm?: {
    source?: string | null
    medium?: string | null
    campaign?: string | null
    content?: string | null
    term?: string | null
    fbclid?: string | null
    gclid?: string | null
    yclid?: string | null
    [k: string]: unknown
  } | null
  locale?: string | null
  ip?: string | null
  userAgent?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface ProjectRow {
  id: number | string
  title?: string | null
  description?: string | null
  status?: ('planned' | 'in_progress' | 'on_hold' | 'completed' | 'cancelled') | null
  serviceNames?: string[] | null
  budget?: {
    amount?: number | null
    currency?: string | null
    [k: string]: unknown
  } | null
  note?: string | null
  client?: number | string | null
  lead?: number | string | null
  manager?: number | string | null
  team?: (number | string)[] | null
  deadline?: string | null
  progress?: number | null
  tags?: string[] | null
  startedAt?: string | null
  completedAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface TaskRow {
  id: number | string
  title?: string | null
  description?: string | null
  status?: ('todo' | 'in_progress' | 'review' | 'done' | 'cancelled') | null
  project?: number | string | null
  lead?: number | string | null
  assignee?: number | string | null
  reporter?: number | string | null
  priority?: ('urgent' | 'high' | 'normal' | 'low') | null
  dueAt?: string | null
  checklist?:
    | {
        id?: string | null
        title?: string | null
        done?: boolean | null
        [k: string]: unknown
      }[]
    | null
  tags?: string[] | null
  order?: number | null
  startedAt?: string | null
  completedAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface PostRow {
  id: number | string
  title?: {
    [k: string]: string | null
  } | null
  slug?: string | null
  excerpt?: {
    [k: string]: string | null
  } | null
  content?: unknown
  cover?: number | string | null
  author?: number | string | null
  categories?: (number | string)[] | null
  tags?: string[] | null
  publishedAt?: string | null
  allowComments?: boolean | null
  seo?: {
    title?: {
      [k: string]: string | null
    } | null
    description?: {
      [k: string]: string | null
    } | null
    [k: string]: unknown
  } | null
  _status?: ('draft' | 'published') | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface CommentRow {
  id: number | string
  text?: string | null
  target?: {
    relationTo: string
    value?: number | string | null
    [k: string]: unknown
  } | null
  parent?: number | string | null
  status?: ('pending' | 'approved' | 'rejected') | null
  author?: number | string | null
  authorName?: string | null
  authorEmail?: string | null
  likesCount?: number | null
  moderatedAt?: string | null
  moderatedBy?: number | string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface ServiceRow {
  id: number | string
  title?: {
    [k: string]: string | null
  } | null
  description?: {
    [k: string]: string | null
  } | null
  cover?: number | string | null
  price?: {
    [k: string]: {
      amount?: number | null
      currency?: string | null
      [k: string]: unknown
    } | null
  } | null
  durationMinutes?: number | null
  bufferMinutes?: number | null
  slotMinutes?: number | null
  noticeMinutes?: number | null
  staff?: (number | string)[] | null
  slug?: string | null
  _status?: ('draft' | 'published') | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface BookingRow {
  id: number | string
  number?: string | null
  service?: number | string | null
  staffMember?: number | string | null
  startsAt?: string | null
  endsAt?: string | null
  timeZone?: string | null
  customer?: number | string | null
  guest?: {
    name?: string | null
    email?: string | null
    phone?: string | null
    [k: string]: unknown
  } | null
  price?: {
    amount?: number | null
    currency?: string | null
    [k: string]: unknown
  } | null
  note?: string | null
  staffNote?: string | null
  cancellationReason?: string | null
  status?: ('pending' | 'confirmed' | 'completed' | 'cancelled' | 'no_show') | null
  source?: string | null
  confirmedAt?: string | null
  completedAt?: string | null
  cancelledAt?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface DeliveryRow {
  id: number | string
  status?: ('retrying' | 'delivered' | 'dead') | null
  event?: string | null
  eventType?: string | null
  subscription?: string | null
  subscriptionName?: string | null
  channel?: string | null
  channelEntry?: string | null
  target?: string | null
  attemptsFinished?: number | null
  lastCode?: string | null
  lastError?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
export interface DeliveryChannelDisabledRow {
  id: number | string
  name?: string | null
  createdAt?: string | null
  updatedAt?: string | null
  [k: string]: unknown
}
