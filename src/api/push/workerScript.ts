/**
 * The service worker that shows notifications, as the browser gets it. A message is `{ title, text, tag, link, icon,
 * image }`: the same tag replaces what is shown, so that a message that came twice is seen once. Plain text and no function
 * turned into one: compilers add helpers that a browser would not find.
 */
export const workerScript = `'use strict'

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('push', (event) => {
  const message = read(event.data)
  event.waitUntil(
    self.registration.showNotification(message.title, {
      body: message.text,
      tag: message.tag,
      icon: message.icon,
      image: message.image,
      data: { link: message.link },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data && event.notification.data.link))
})

// A push that shows nothing costs the site its permission in some browsers.
function read(data) {
  try {
    const message = data ? data.json() : {}
    return Object.assign({ title: self.location.host }, message)
  } catch (error) {
    return { title: self.location.host }
  }
}

// Only pages: a link such as javascript: opens nothing.
function open(link) {
  const url = new URL(link || '/', self.location.origin)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true }).then((pages) => {
    const page = pages.find((each) => each.url === url.href)
    return page ? page.focus() : self.clients.openWindow(url.href)
  })
}
`
