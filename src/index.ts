/** The front door: everything a channel, a system or a site may use, in the order of the flow. */

// kernel: words everyone shares
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

// event-catalogue: the bundled events
export { bundledCatalogue } from './event-catalogue/bundledCatalogue.ts'
export { userRegistered } from './event-catalogue/events/users/userRegistered.ts'
export { userUpdated } from './event-catalogue/events/users/userUpdated.ts'
export { userLogin } from './event-catalogue/events/users/userLogin.ts'
export { userLogout } from './event-catalogue/events/users/userLogout.ts'
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

// templates: an event as a message
export { createTemplateRenderer } from './templates/createTemplateRenderer.ts'
export { templateScope } from './templates/templateScope.ts'

// channels: the contract of a way out
export type { Attempt, Exchange } from './channels/attempt.ts'
export type {
  AnyChannel,
  Channel,
  DeliverInput,
  Mailer,
  MailMessage,
  MailReceipt,
  TemplateRenderer,
} from './channels/channel.ts'
export type { ChannelField } from './channels/channelField.ts'
export { defineChannel } from './channels/defineChannel.ts'

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

// plugin: the composition root
export { flowMasters } from './plugin/flowMasters.ts'
export type { FlowMastersOptions } from './plugin/flowMastersOptions.ts'
export { type RunningEngine, startEngine } from './plugin/startEngine.ts'

// hooks: what changes of a collection mean
export { both, carrying, on } from '../hooks/rules/on.ts'
export { type Tracking, track } from '../hooks/rules/track.ts'

// egress: letters kept on this machine while no mail server is configured
export { listLocalMail } from './egress/mail/listLocalMail.ts'
