import type { ChannelField } from '../channels/channelField.ts'

/** A template of a person's name, for channels that keep contacts. */
export const personNameField: ChannelField = {
  name: 'name',
  type: 'text',
  label: { en: 'Name', ru: 'Имя' },
  description: {
    en: 'For example {{ data.current.name | default: "" }}',
    ru: 'Например {{ data.current.name | default: "" }}',
  },
}
