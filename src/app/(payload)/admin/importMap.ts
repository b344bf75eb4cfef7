import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PushSwitch as PushSwitch_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { EnabledCell as EnabledCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { EventsCell as EventsCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { EventPicker as EventPicker_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { FilterEditor as FilterEditor_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { ChannelAbilities as ChannelAbilities_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { SecretField as SecretField_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { JsonField as JsonField_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { DisabledReasonField as DisabledReasonField_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { MappingEditor as MappingEditor_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { ChannelsCell as ChannelsCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { PauseField as PauseField_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { SendTest as SendTest_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { NoField as NoField_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { SuccessCell as SuccessCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { ChannelCell as ChannelCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { TestConnection as TestConnection_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { CredentialUsage as CredentialUsage_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { CredentialUsageCell as CredentialUsageCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { CredentialHealthCell as CredentialHealthCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { TemplatePreview as TemplatePreview_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { EventTypeCell as EventTypeCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { StatusCell as StatusCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { DeliveryStateCell as DeliveryStateCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { DocumentCell as DocumentCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { TimeCell as TimeCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { EventView as EventView_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { NextAttemptCell as NextAttemptCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { ReasonCell as ReasonCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { DeliveryView as DeliveryView_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { AttemptView as AttemptView_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { LocalisedCell as LocalisedCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { ReplayPanel as ReplayPanel_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { ReconcilePanel as ReconcilePanel_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { JobStateCell as JobStateCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { NextRunCell as NextRunCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { ScheduledJobView as ScheduledJobView_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { InboxBell as InboxBell_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { IntegrationsLinks as IntegrationsLinks_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { IntegrationsBanner as IntegrationsBanner_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { InboxProvider as InboxProvider_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { EventCatalogueView as EventCatalogueView_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { MailOutboxView as MailOutboxView_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "flowmasters/client#PushSwitch": PushSwitch_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#EnabledCell": EnabledCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#EventsCell": EventsCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/client#EventPicker": EventPicker_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/client#FilterEditor": FilterEditor_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/client#ChannelAbilities": ChannelAbilities_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/client#SecretField": SecretField_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/client#JsonField": JsonField_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#DisabledReasonField": DisabledReasonField_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/client#MappingEditor": MappingEditor_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#ChannelsCell": ChannelsCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#PauseField": PauseField_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/client#SendTest": SendTest_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/client#NoField": NoField_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#SuccessCell": SuccessCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#ChannelCell": ChannelCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/client#TestConnection": TestConnection_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#CredentialUsage": CredentialUsage_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#CredentialUsageCell": CredentialUsageCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#CredentialHealthCell": CredentialHealthCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/client#TemplatePreview": TemplatePreview_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#EventTypeCell": EventTypeCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#StatusCell": StatusCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#DeliveryStateCell": DeliveryStateCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#DocumentCell": DocumentCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#TimeCell": TimeCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#EventView": EventView_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#NextAttemptCell": NextAttemptCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#ReasonCell": ReasonCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#DeliveryView": DeliveryView_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#AttemptView": AttemptView_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#LocalisedCell": LocalisedCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#ReplayPanel": ReplayPanel_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#ReconcilePanel": ReconcilePanel_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#JobStateCell": JobStateCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#NextRunCell": NextRunCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#ScheduledJobView": ScheduledJobView_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/client#InboxBell": InboxBell_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#IntegrationsLinks": IntegrationsLinks_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#IntegrationsBanner": IntegrationsBanner_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/client#InboxProvider": InboxProvider_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#EventCatalogueView": EventCatalogueView_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#MailOutboxView": MailOutboxView_40dc829055d0ac3524bf767106ffd21b,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
