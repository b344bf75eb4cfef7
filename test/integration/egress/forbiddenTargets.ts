/** Targets the guard must refuse in its default mode; `PORT` stands for the canary's port. */
export const forbiddenTargets: Record<string, string[]> = {
  'IPv4 blocks': [
    '0.0.0.0', '0.0.0.1', '0.255.255.255', '10.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.0', '100.64.0.1',
    '100.127.255.255', '100.100.100.200', '127.0.0.0', '127.0.0.1', '127.1.2.3', '127.255.255.255', '169.254.0.1',
    '169.254.169.254', '169.254.170.2', '169.254.255.255', '172.16.0.0', '172.16.0.1', '172.31.255.255', '192.0.0.1',
    '192.0.0.192', '192.0.2.1', '192.88.99.1', '192.168.0.0', '192.168.1.1', '192.168.255.255', '198.18.0.1',
    '198.19.255.255', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.254',
    '255.255.255.255', '168.63.129.16',
  ].map((host) => `http://${host}:PORT/`),
  'IPv4 spellings': [
    'http://2130706433:PORT/', 'http://0x7f000001:PORT/', 'http://0x7F.0x0.0x0.0x1:PORT/', 'http://0177.0.0.1:PORT/',
    'http://017700000001:PORT/', 'http://127.1:PORT/', 'http://127.0.1:PORT/', 'http://0x7f.1:PORT/',
    'http://0:PORT/', 'http://127.0.0.1.:PORT/', 'http://127.0.0.01:PORT/', 'http://１２７.０.０.１:PORT/',
    'http://①②⑦.0.0.1:PORT/', 'http://127。0。0。1:PORT/', 'http://%31%32%37.0.0.1:PORT/', 'http://127.0.0.%31:PORT/',
    'http://0251.0376.0251.0376:PORT/', 'http://2852039166:PORT/', 'http://0xa9fea9fe:PORT/',
  ],
  'IPv6 blocks and spellings': [
    '::', '::1', '0:0:0:0:0:0:0:1', '0000::0001', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1',
    '::ffff:169.254.169.254', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1', '::127.0.0.1', '::7f00:1', '::5efe:7f00:1',
    '2a00:1450::5efe:7f00:1', '2a00:1450::200:5efe:7f00:1', 'fe80::1', 'febf::1', 'fc00::1', 'fdff::1',
    'fd00:ec2::254', 'fd20:ce::254', 'fec0::1', 'feff::1', 'ff02::2', 'ff0e::1', '2001:db8::1', '2001::1',
    '2001:0:7f00:1::', '2001:2::1', '2001:10::1', '2001:20::1', '2002:7f00:1::', '2002:808:808::', '3fff::1',
    '3fff:fff::1', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b::169.254.169.254', '64:ff9b:1::1',
    '64:ff9b:1:ffff::8.8.8.8', '100::1', '5f00::1', '4000::1', 'e000::1', '1::1', '2620:4f:8000::1',
  ].map((host) => `http://[${host}]:PORT/`),
  'URL forms': [
    'https://@[::1]:PORT', 'https://1:2@[::1]:PORT', 'https://[::1%lo]:PORT', 'https://[fe80::1%25lo]:PORT',
    'https://::1', 'http://user@127.0.0.1:PORT/', 'http://user:pw@example.com/', 'http://example.com@127.0.0.1:PORT/',
    'http://@example.com/', 'http://127.0.0.1:PORT\\@example.com/', 'http:\\\\127.0.0.1:PORT\\', 'http:127.0.0.1:PORT',
    'http:///127.0.0.1:PORT/', 'http://127.0.0.1:PORT/\tx', 'http://127.0.0.1\n:PORT/', '\thttp://127.0.0.1:PORT/',
    ' http://127.0.0.1:PORT/', 'http://exa mple.com/', '//127.0.0.1:PORT/', '/hook', '', 'http://', 'https://?',
    'http://127.0.0.1:99999/', 'http://[127.0.0.1]/', 'http://256.256.256.256/', 'http://1.2.3.4.5/',
    'http://xn--a/', `http://example.com/${'a'.repeat(9000)}`,
  ],
  schemes: [
    'file:///etc/passwd', 'gopher://127.0.0.1:PORT/_', 'data:text/plain,x', 'ftp://127.0.0.1:PORT/',
    'javascript:alert(1)', 'ws://127.0.0.1:PORT/', 'blob:http://127.0.0.1:PORT/x', 'unix:///var/run/docker.sock',
    'http+unix://%2fvar%2frun%2fdocker.sock/', 'about:blank', 'jar:http://127.0.0.1:PORT!/',
  ],
  ports: [22, 25, 6379, 5432, 23, 53, 110, 143, 445, 465, 587, 2375, 3306, 3389, 11211, 27017, 0].map(
    (port) => `http://example.com:${port}/`,
  ),
  'names refused before DNS': [
    'localhost', 'LOCALHOST', 'localhost.', 'ｌocalhost', 'x.localhost', 'a.b.localhost.', 'foo.internal',
    'metadata.google.internal', 'METADATA.google.internal.', 'metadata', 'metadata.goog', 'instance-data',
    'instance-data.ec2.internal', 'printer.local', 'router.lan', 'nas.home.arpa', 'host.docker.internal',
    'svc.cluster.local', 'x.localdomain',
  ].map((host) => `http://${host}:PORT/`),
}
