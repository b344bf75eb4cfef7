/** The door for authors of channels: the contract every channel keeps, as tests for their own runner. */
export {
  type ChannelContractOptions,
  type ContractRunner,
  channelContract,
} from './testing/channelContract.ts'
export type { ArrangedChannel, ChannelSituation } from './testing/channelSituation.ts'
export { sampleFlowEvent } from './testing/sampleFlowEvent.ts'
export { type FeedContractOptions, feedContract } from './testing/feedContract.ts'
export type { FeedStage } from './testing/feedStage.ts'
