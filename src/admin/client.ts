'use client'

/** Front door for the admin's client components; collection configs name them as `flowmasters/client#Name`. */
import './styles/admin.css'

export { TestConnection } from './credentials/TestConnection.tsx'
export { ChannelAbilities } from './elements/ChannelAbilities.tsx'
export { JsonField } from './elements/JsonField.tsx'
export { NoField } from './elements/NoField.tsx'
export { EventPicker } from './eventPicker/EventPicker.tsx'
export { FilterEditor } from './filterEditor/FilterEditor.tsx'
export { InboxBell } from './inbox/InboxBell.tsx'
export { InboxProvider } from './inbox/InboxProvider.tsx'
export { MappingEditor } from './mappingEditor/MappingEditor.tsx'
export { PushSwitch } from './push/PushSwitch.tsx'
export { SecretField } from './secret/SecretField.tsx'
export { SendTest } from './sendTest/SendTest.tsx'
export { TemplatePreview } from './templates/TemplatePreview.tsx'
