/** The front door: everything a channel, a system or a site may use, in the order of the flow. */

// kernel: words everyone shares
export { equalInTime } from './kernel/equalInTime.ts'
export {
  type StandardSignatureInput,
  standardSignatureProblem,
} from './kernel/standardSignature.ts'
export { FlowError, type FlowErrorOptions } from './kernel/flowError.ts'
export type { Json, JsonObject } from './kernel/json.ts'
export type { Localised } from './kernel/localised.ts'

// event-catalogue: what can happen
export type { EventData, EventMeta, FlowEvent } from './event-catalogue/flowEvent.ts'
export type { AnyCatalogue, Catalogue, DefinitionsIn } from './event-catalogue/catalogue.ts'
export { defineCatalogue } from './event-catalogue/defineCatalogue.ts'
export { defineEvent, type EventDeclaration } from './event-catalogue/defineEvent.ts'
export { defineSnapshot } from './event-catalogue/defineSnapshot.ts'
export { type EventArea, eventAreas } from './event-catalogue/eventAreas.ts'
export type {
  AnyEventDefinition,
  EventDataOf,
  EventDefinition,
  EventInput,
  EventOf,
} from './event-catalogue/eventDefinition.ts'
export { extendCatalogue } from './event-catalogue/extendCatalogue.ts'
export { rowField } from './event-catalogue/rowField.ts'
export { type JsonSchema, toJsonSchema } from './event-catalogue/toJsonSchema.ts'
export { userSnapshot } from './event-catalogue/snapshots/userSnapshot.ts'
export { orderSnapshot } from './event-catalogue/snapshots/orderSnapshot.ts'
export { productSnapshot } from './event-catalogue/snapshots/productSnapshot.ts'
export { cartSnapshot } from './event-catalogue/snapshots/cartSnapshot.ts'
export { reviewSnapshot } from './event-catalogue/snapshots/reviewSnapshot.ts'

// event-catalogue: the bundled events
export { bundledCatalogue } from './event-catalogue/bundledCatalogue.ts'
export { userRegistered } from './event-catalogue/events/users/userRegistered.ts'
export { userUpdated } from './event-catalogue/events/users/userUpdated.ts'
export { userLogin } from './event-catalogue/events/users/userLogin.ts'
export { userLogout } from './event-catalogue/events/users/userLogout.ts'
export { userInactive7d } from './event-catalogue/events/users/userInactive7d.ts'
export { userInactive30d } from './event-catalogue/events/users/userInactive30d.ts'
export { userReturned } from './event-catalogue/events/users/userReturned.ts'
export { orderCreated } from './event-catalogue/events/orders/orderCreated.ts'
export { orderPaid } from './event-catalogue/events/orders/orderPaid.ts'
export { orderCompleted } from './event-catalogue/events/orders/orderCompleted.ts'
export { orderCancelled } from './event-catalogue/events/orders/orderCancelled.ts'
export { orderStatusChanged } from './event-catalogue/events/orders/orderStatusChanged.ts'
export { productCreated } from './event-catalogue/events/products/productCreated.ts'
export { productUpdated } from './event-catalogue/events/products/productUpdated.ts'
export { productPublished } from './event-catalogue/events/products/productPublished.ts'
export { productPriceChanged } from './event-catalogue/events/products/productPriceChanged.ts'
export { productViewed } from './event-catalogue/events/products/productViewed.ts'
export { cartCreated } from './event-catalogue/events/carts/cartCreated.ts'
export { cartItemAdded } from './event-catalogue/events/carts/cartItemAdded.ts'
export { cartItemRemoved } from './event-catalogue/events/carts/cartItemRemoved.ts'
export { cartAbandoned } from './event-catalogue/events/carts/cartAbandoned.ts'
export { cartConverted } from './event-catalogue/events/carts/cartConverted.ts'
export { reviewCreated } from './event-catalogue/events/reviews/reviewCreated.ts'
export { reviewPositive } from './event-catalogue/events/reviews/reviewPositive.ts'
export { reviewNegative } from './event-catalogue/events/reviews/reviewNegative.ts'

// event-catalogue: the bundled events of leads, forms, projects and tasks
export { leadSnapshot } from './event-catalogue/snapshots/leadSnapshot.ts'
export { formSubmissionSnapshot } from './event-catalogue/snapshots/formSubmissionSnapshot.ts'
export { projectSnapshot } from './event-catalogue/snapshots/projectSnapshot.ts'
export { taskSnapshot } from './event-catalogue/snapshots/taskSnapshot.ts'
export { leadCreated } from './event-catalogue/events/leads/leadCreated.ts'
export { formSubmitted } from './event-catalogue/events/forms/formSubmitted.ts'
export { projectCreated } from './event-catalogue/events/projects/projectCreated.ts'
export { projectStarted } from './event-catalogue/events/projects/projectStarted.ts'
export { projectCompleted } from './event-catalogue/events/projects/projectCompleted.ts'
export { projectOverdue } from './event-catalogue/events/projects/projectOverdue.ts'
export { taskCreated } from './event-catalogue/events/tasks/taskCreated.ts'
export { taskAssigned } from './event-catalogue/events/tasks/taskAssigned.ts'
export { taskCompleted } from './event-catalogue/events/tasks/taskCompleted.ts'
export { taskOverdue } from './event-catalogue/events/tasks/taskOverdue.ts'
// event-catalogue: the school
export { enrollmentSnapshot } from './event-catalogue/snapshots/enrollmentSnapshot.ts'
export { lessonProgressSnapshot } from './event-catalogue/snapshots/lessonProgressSnapshot.ts'
export { achievementSnapshot } from './event-catalogue/snapshots/achievementSnapshot.ts'
export { certificateSnapshot } from './event-catalogue/snapshots/certificateSnapshot.ts'
export { courseEnrolled } from './event-catalogue/events/courses/courseEnrolled.ts'
export { courseStarted } from './event-catalogue/events/courses/courseStarted.ts'
export { courseCompleted } from './event-catalogue/events/courses/courseCompleted.ts'
export { courseStalled } from './event-catalogue/events/courses/courseStalled.ts'
export { lessonStarted } from './event-catalogue/events/lessons/lessonStarted.ts'
export { lessonProgressUpdated } from './event-catalogue/events/lessons/lessonProgressUpdated.ts'
export { lessonCompleted } from './event-catalogue/events/lessons/lessonCompleted.ts'
export { lessonStuck } from './event-catalogue/events/lessons/lessonStuck.ts'
export { achievementEarned } from './event-catalogue/events/achievements/achievementEarned.ts'
export { achievementMilestone } from './event-catalogue/events/achievements/achievementMilestone.ts'
export { certificateIssued } from './event-catalogue/events/certificates/certificateIssued.ts'
export { certificateDownloaded } from './event-catalogue/events/certificates/certificateDownloaded.ts'

// event-catalogue: billing
export { subscriptionSnapshot } from './event-catalogue/snapshots/subscriptionSnapshot.ts'
export { subscriptionPaymentSnapshot } from './event-catalogue/snapshots/subscriptionPaymentSnapshot.ts'
export { subscriptionCreated } from './event-catalogue/events/subscriptions/subscriptionCreated.ts'
export { subscriptionRenewed } from './event-catalogue/events/subscriptions/subscriptionRenewed.ts'
export { subscriptionPaused } from './event-catalogue/events/subscriptions/subscriptionPaused.ts'
export { subscriptionCancelled } from './event-catalogue/events/subscriptions/subscriptionCancelled.ts'
export { subscriptionExpired } from './event-catalogue/events/subscriptions/subscriptionExpired.ts'
export { subscriptionExpiringSoon } from './event-catalogue/events/subscriptions/subscriptionExpiringSoon.ts'
export { subscriptionHadPaymentFailed } from './event-catalogue/events/subscriptions/subscriptionHadPaymentFailed.ts'
export { subscriptionPaymentCreated } from './event-catalogue/events/subscription-payments/subscriptionPaymentCreated.ts'
export { subscriptionPaymentSuccessful } from './event-catalogue/events/subscription-payments/subscriptionPaymentSuccessful.ts'
export { subscriptionPaymentFailed } from './event-catalogue/events/subscription-payments/subscriptionPaymentFailed.ts'
export { subscriptionPaymentRefunded } from './event-catalogue/events/subscription-payments/subscriptionPaymentRefunded.ts'
export { subscriptionPaymentRetry } from './event-catalogue/events/subscription-payments/subscriptionPaymentRetry.ts'

// event-catalogue: bookings
export { serviceSnapshot } from './event-catalogue/snapshots/serviceSnapshot.ts'
export { bookingSnapshot } from './event-catalogue/snapshots/bookingSnapshot.ts'
export { serviceCreated } from './event-catalogue/events/services/serviceCreated.ts'
export { servicePublished } from './event-catalogue/events/services/servicePublished.ts'
export { serviceUpdated } from './event-catalogue/events/services/serviceUpdated.ts'
export { bookingCreated } from './event-catalogue/events/bookings/bookingCreated.ts'
export { bookingConfirmed } from './event-catalogue/events/bookings/bookingConfirmed.ts'
export { bookingCompleted } from './event-catalogue/events/bookings/bookingCompleted.ts'
export { bookingCancelled } from './event-catalogue/events/bookings/bookingCancelled.ts'
export { bookingStatusChanged } from './event-catalogue/events/bookings/bookingStatusChanged.ts'

// event-catalogue: the bundled events of content
export { postSnapshot } from './event-catalogue/snapshots/postSnapshot.ts'
export { commentSnapshot } from './event-catalogue/snapshots/commentSnapshot.ts'
export { postCreated } from './event-catalogue/events/posts/postCreated.ts'
export { postPublished } from './event-catalogue/events/posts/postPublished.ts'
export { postUpdated } from './event-catalogue/events/posts/postUpdated.ts'
export { commentCreated } from './event-catalogue/events/comments/commentCreated.ts'
export { commentApproved } from './event-catalogue/events/comments/commentApproved.ts'
export { commentRejected } from './event-catalogue/events/comments/commentRejected.ts'
export { commentLiked } from './event-catalogue/events/comments/commentLiked.ts'

// event-catalogue: the bundled events of newsletter and campaigns
export { subscriberSnapshot } from './event-catalogue/snapshots/subscriberSnapshot.ts'
export { campaignSnapshot } from './event-catalogue/snapshots/campaignSnapshot.ts'
export { newsletterSubscribed } from './event-catalogue/events/newsletter/newsletterSubscribed.ts'
export { newsletterUnsubscribed } from './event-catalogue/events/newsletter/newsletterUnsubscribed.ts'
export { newsletterResubscribed } from './event-catalogue/events/newsletter/newsletterResubscribed.ts'
export { campaignCreated } from './event-catalogue/events/campaigns/campaignCreated.ts'
export { campaignStarted } from './event-catalogue/events/campaigns/campaignStarted.ts'
export { campaignCompleted } from './event-catalogue/events/campaigns/campaignCompleted.ts'
export { campaignHighOpenRate } from './event-catalogue/events/campaigns/campaignHighOpenRate.ts'
export { campaignLowOpenRate } from './event-catalogue/events/campaigns/campaignLowOpenRate.ts'

// event-catalogue: what the engine tells of its own deliveries
export { deliverySnapshot } from './event-catalogue/snapshots/deliverySnapshot.ts'
export { deliveryFailing } from './event-catalogue/events/deliveries/deliveryFailing.ts'
export { deliveryExhausted } from './event-catalogue/events/deliveries/deliveryExhausted.ts'
export { deliveryRecovered } from './event-catalogue/events/deliveries/deliveryRecovered.ts'
export { deliveryChannelDisabled } from './event-catalogue/events/deliveries/deliveryChannelDisabled.ts'

// event-service: accept an event, in the caller's transaction
export { causedBy } from './event-service/causedBy.ts'
export type { EventMetaInput } from './event-service/eventMetaInput.ts'
export type {
  CapturedEvent,
  EventInputIn,
  EventService,
  EventTypeIn,
  PublishOptions,
  WriteOptions,
} from './event-service/eventService.ts'
export type { EventRow, EventWriter, WrittenEvent } from './event-service/eventWriter.ts'

// subscription-filter: who wants an event
export { compileFilter } from './subscription-filter/compileFilter.ts'
export type { Condition, Filter, FilterInput } from './subscription-filter/filter.ts'
export { type Operator, operators } from './subscription-filter/operator.ts'
export { parseFilter } from './subscription-filter/parseFilter.ts'

// field-mapper: an event as the fields of another system
export type { FieldMapping, MappingRule, Transform } from './field-mapper/fieldMapping.ts'
export { checkMappingTemplates } from './field-mapper/checkMappingTemplates.ts'
export { type MappedEvent, type MappingProblem, mapEvent } from './field-mapper/mapEvent.ts'
export { mappingField } from './field-mapper/mappingField.ts'
export { sha256Hex } from './field-mapper/transforms/sha256Hex.ts'
export { overlayMapping } from './field-mapper/overlayMapping.ts'
export { parseMapping } from './field-mapper/parseMapping.ts'

// templates: an event as a message
export { createTemplateRenderer } from './templates/createTemplateRenderer.ts'
export { templateScope } from './templates/templateScope.ts'

// channels: the contract of a way out
export type { Addressees } from './channels/addressees.ts'
export type { Attempt, DeviceReport, Exchange } from './channels/attempt.ts'
export type {
  AnyChannel,
  Channel,
  ChannelCapabilities,
  ChannelDevices,
  ChannelLimits,
  ConnectionInput,
  ConnectionReport,
  DeliverInput,
  Mailer,
  MailMessage,
  MailReceipt,
  MessagePreview,
  PreviewInput,
  RefreshInput,
  RefreshReport,
  RenderOptions,
  TemplateRenderer,
} from './channels/channel.ts'
export type {
  CallbackRequest,
  CallbackResult,
  ChannelCallback,
  MessageStatus,
  StatusReport,
  SuppressionReason,
} from './channels/channelCallback.ts'
export type { ChannelField } from './channels/channelField.ts'
export type { Inbox, InboxAudience, InboxMessage, InboxReceipt } from './channels/inbox.ts'
export { inboxLevels } from './channels/inboxLevels.ts'
export { inboxLimits } from './channels/inboxLimits.ts'
export { isInboxLink } from './channels/isInboxLink.ts'
export { createReasons, type SaidReason } from './channels/createReasons.ts'
export { deviceSecrets } from './channels/deviceSecrets.ts'
export { defineChannel } from './channels/defineChannel.ts'
export type { Reason, ReasonWords } from './channels/reason.ts'
export type { DeviceKind, PushDevice } from './channels/pushDevice.ts'
export { reasonOfError } from './channels/reasonOfError.ts'

// channel-kit: what most channels are made with
export { callService, type ServiceAnswer, type ServiceCall } from './channel-kit/callService.ts'
export { checkTemplates } from './channel-kit/checkTemplates.ts'
export { connectionReport } from './channel-kit/connectionReport.ts'
export { type ConversionField, conversionRules } from './channel-kit/conversionRules.ts'
export { addresseesOf } from './channel-kit/addresseesOf.ts'
export { type DeviceTry, devicesOutcome } from './channel-kit/devicesOutcome.ts'
export { tryDevices } from './channel-kit/tryDevices.ts'
export { cutText } from './channel-kit/cutText.ts'
export { type ExchangeOptions, exchangeOf } from './channel-kit/exchangeOf.ts'
export { noteOf } from './channel-kit/noteOf.ts'
export { type MappedFields, mappedFields } from './channel-kit/mappedFields.ts'
export { quoteOf } from './channel-kit/quoteOf.ts'
export { refusedBy } from './channel-kit/refusedBy.ts'
export { remarksOf } from './channel-kit/remarksOf.ts'
export { toE164 } from './kernel/toE164.ts'

// egress: the guarded way out for HTTP, and what channels need to read and log an answer
export type { HttpClient, HttpRequest, HttpResponse } from './egress/httpClient.ts'
export { createHttpClient, type HttpClientOptions } from './egress/createHttpClient.ts'
export { isEgressError } from './egress/isEgressError.ts'
export { isFinalEgressError } from './egress/isFinalEgressError.ts'
export { isReservedHeader } from './egress/isReservedHeader.ts'
export { isSecretName } from './egress/isSecretName.ts'
export { isValidHeader } from './egress/isValidHeader.ts'
export { MASK } from './egress/mask.ts'
export { maskHeaders } from './egress/maskHeaders.ts'
export { maskUrl } from './egress/maskUrl.ts'
export { parseRetryAfter } from './egress/parseRetryAfter.ts'
export { userAgent } from './egress/userAgent.ts'
// letters kept on this machine while no mail server is configured
export { listLocalMail } from './egress/mail/listLocalMail.ts'

// plugin: the composition root
export { flowMasters } from './plugin/flowMasters.ts'
export type { FlowMastersOptions } from './plugin/flowMastersOptions.ts'
export { startWatch, type StartWatchOptions } from './plugin/startWatch.ts'
export { type RunningEngine, startEngine } from './plugin/startEngine.ts'
export type { SiteJob } from './plugin/siteJob.ts'
export type { JobReport, JobRun, Repeat } from './schedule/scheduledJob.ts'

// hooks: what changes of a collection mean
export { each, type EachOptions } from '../hooks/rules/each.ts'
export { both, carrying, on } from '../hooks/rules/on.ts'
export { type Tracking, track } from '../hooks/rules/track.ts'
export {
  ecommerceTracking,
  type EcommerceTrackingOptions,
} from '../hooks/tables/ecommerceTracking.ts'
// also for the rows of @payloadcms/plugin-form-builder
export { formRules } from '../hooks/tables/formRules.ts'

// hooks: what time alone causes
export { inTime } from '../hooks/scans/inTime.ts'
export type {
  Found,
  Scan,
  ScanAction,
  ScanCondition,
  ScanPass,
  ScanWhere,
  Told,
} from '../hooks/scans/scan.ts'
export { type BundledScanOptions, bundledScans } from '../hooks/scans/bundledScans.ts'

// collections: what letters to subscribers need, and what a scheduler calls
export { unsubscribeHeaders } from '../collections/marketing/newsletter/unsubscribeHeaders.ts'
export {
  sendCampaignBatch,
  type SendCampaignBatchOptions,
  type SendCampaignBatchResult,
} from '../collections/marketing/sending/sendCampaignBatch.ts'
