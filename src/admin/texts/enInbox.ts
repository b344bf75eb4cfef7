/** Texts of the bell and its list. */
export const enInbox = {
  inbox: {
    title: 'Notifications',
    withUnread: (count: number) => `Notifications, ${count} unread`,
    unreadCount: (count: number) =>
      count === 1 ? '1 unread notification' : `${count} unread notifications`,
    unreadOne: 'Unread',
    markAll: 'Mark all as read',
    seeAll: 'All notifications',
    loading: 'Loading…',
    empty: 'Nothing here yet.',
    level: {
      info: 'News',
      success: 'Success',
      warning: 'Warning',
      error: 'Trouble',
    } as Record<string, string>,
  },
}
