import type { ListedContact } from './listedContact.ts'

/** A list has every address once: what comes again changes the contact. */
export function putContact(listed: ListedContact[], contact: ListedContact): void {
  const known = listed.find(({ email, list }) => email === contact.email && list === contact.list)
  if (known === undefined) listed.push(contact)
  else known.fields = { ...known.fields, ...contact.fields }
}
