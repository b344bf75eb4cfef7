import { EnabledCell as EnabledCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { EventsCell as EventsCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { EventPicker as EventPicker_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { FilterEditor as FilterEditor_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { SecretField as SecretField_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { ChannelsCell as ChannelsCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { SendTest as SendTest_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { NoField as NoField_b62dbc7d16c59c8a781b1cdb672e615d } from 'flowmasters/client'
import { SuccessCell as SuccessCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { EventTypeCell as EventTypeCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { StatusCell as StatusCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { DeliveryStateCell as DeliveryStateCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { DocumentCell as DocumentCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { TimeCell as TimeCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { EventView as EventView_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { ChannelCell as ChannelCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { NextAttemptCell as NextAttemptCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { ReasonCell as ReasonCell_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { DeliveryView as DeliveryView_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { AttemptView as AttemptView_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { IntegrationsBanner as IntegrationsBanner_40dc829055d0ac3524bf767106ffd21b } from 'flowmasters/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "flowmasters/rsc#EnabledCell": EnabledCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#EventsCell": EventsCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/client#EventPicker": EventPicker_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/client#FilterEditor": FilterEditor_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/client#SecretField": SecretField_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#ChannelsCell": ChannelsCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/client#SendTest": SendTest_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/client#NoField": NoField_b62dbc7d16c59c8a781b1cdb672e615d,
  "flowmasters/rsc#SuccessCell": SuccessCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#EventTypeCell": EventTypeCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#StatusCell": StatusCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#DeliveryStateCell": DeliveryStateCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#DocumentCell": DocumentCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#TimeCell": TimeCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#EventView": EventView_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#ChannelCell": ChannelCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#NextAttemptCell": NextAttemptCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#ReasonCell": ReasonCell_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#DeliveryView": DeliveryView_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#AttemptView": AttemptView_40dc829055d0ac3524bf767106ffd21b,
  "flowmasters/rsc#IntegrationsBanner": IntegrationsBanner_40dc829055d0ac3524bf767106ffd21b,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
