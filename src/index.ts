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

// event-catalogue: the bundled events
export { bundledCatalogue } from './event-catalogue/bundledCatalogue.ts'
// biome-ignore lint/performance/noReExportAll: the second half of this door, a list of named exports itself
export * from './event-catalogue/bundledEvents.ts'

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
export { isJsonObject } from './kernel/isJsonObject.ts'
export { sha256Hex } from './kernel/sha256Hex.ts'
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
  MailAttachment,
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
export { createTokenCache, type TokenCache } from './channel-kit/createTokenCache.ts'
export { connectionReport } from './channel-kit/connectionReport.ts'
export { type ConversionField, conversionRules } from './channel-kit/conversionRules.ts'
export { addresseesOf } from './channel-kit/addresseesOf.ts'
export { deviceAudience } from './channel-kit/deviceAudience.ts'
export { type DeviceTry, devicesOutcome } from './channel-kit/devicesOutcome.ts'
export { tryDevices } from './channel-kit/tryDevices.ts'
export { homeCountryField } from './channel-kit/homeCountryField.ts'
export { personNameField } from './channel-kit/personNameField.ts'
export { numberAsText } from './channel-kit/numberAsText.ts'
export { optionalText } from './channel-kit/optionalText.ts'
export { yesOrNo } from './channel-kit/yesOrNo.ts'
export { cutText } from './channel-kit/cutText.ts'
export { type ExchangeOptions, exchangeOf } from './channel-kit/exchangeOf.ts'
export { noteOf } from './channel-kit/noteOf.ts'
export { type MappedFields, mappedFields } from './channel-kit/mappedFields.ts'
export { quoteOf } from './channel-kit/quoteOf.ts'
export { refusedBy } from './channel-kit/refusedBy.ts'
export { remarksOf } from './channel-kit/remarksOf.ts'
export { renderLine } from './channel-kit/renderLine.ts'
export { renderText } from './channel-kit/renderText.ts'
export { oneClickHeaders } from './consents/oneClickHeaders.ts'
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
