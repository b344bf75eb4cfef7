/** A CSV file of one row in a form, as `multipart/form-data` text with its content type. */
export async function metricaUpload(
  row: Readonly<Record<string, string>>,
): Promise<{ body: string; contentType: string }> {
  const lines = [Object.keys(row), Object.values(row)].map((cells) => cells.map(cell).join(','))
  const form = new FormData()
  form.set('file', new Blob([`${lines.join('\n')}\n`], { type: 'text/csv' }), 'conversions.csv')
  const encoded = new Response(form)
  return { contentType: encoded.headers.get('content-type') ?? '', body: await encoded.text() }
}

/** Quoted where RFC 4180 wants it. */
function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
