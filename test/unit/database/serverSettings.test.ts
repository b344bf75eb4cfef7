import { describe, expect, test } from '@jest/globals'
import { serverSettings } from '../../../src/database/embedded/serverSettings.ts'

describe('settings of the embedded server', () => {
  test('are durable by default', () => {
    const lines = serverSettings({ port: 5555, overrides: {} }).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'fsync = on',
        'synchronous_commit = on',
        'full_page_writes = on',
        "shared_buffers = '128MB'",
        'max_connections = 200',
        'port = 5555',
      ]),
    )
  })

  test('can be changed, but not where the server listens', () => {
    const lines = serverSettings({
      port: 5555,
      overrides: { max_connections: 50, search_path: "it's", listen_addresses: '*', port: 1 },
    }).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining(['max_connections = 50', "search_path = 'it''s'", 'port = 5555']),
    )
    expect(lines).toContain("listen_addresses = '127.0.0.1'")
  })
})
