// A spreadsheet takes a text that begins so for a formula, and runs it (OWASP, CSV injection). Marks that other scripts write wide are read alike.
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/** A text that would be a formula is kept a text by an apostrophe before it; numbers are numbers. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && formulaStart.test(value) ? `'${value}` : String(value)
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Starts with a byte-order mark, so that a spreadsheet reads the Vietnamese letters as they are. */
export const csvOf = (lines: readonly (readonly (string | number)[])[]): string =>
  '\uFEFF' + lines.map((line) => line.map(cell).join(',')).join('\r\n')

/** Hands a table to the reader as a file. */
export function saveCsv(name: string, lines: readonly (readonly (string | number)[])[]): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csvOf(lines)], { type: 'text/csv;charset=utf-8' }))
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
