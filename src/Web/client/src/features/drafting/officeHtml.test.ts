import { generateHTML, generateJSON, type JSONContent } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { describe, expect, it } from 'vitest'
import { Footnote } from './footnote'
import { cleanedOffice } from './officeHtml'
import { Structure } from './structure'

const extensions = [StarterKit.configure({ undoRedo: false, heading: false, link: false }), TableKit, Structure, Footnote]

/** One line a block, as a person would say it. */
function said(node: JSONContent): string {
  const inside = node.content?.map(said) ?? []
  const marks = node.marks?.map(({ type }) => type[0]).join('') ?? ''
  switch (node.type) {
    case 'text': return marks ? `${marks}{${node.text}}` : node.text!
    case 'footnote': return `[${inside.join('')}]`
    case 'hardBreak': return '/'
    case 'paragraph': return `${node.attrs?.part ? `${node.attrs.part}: ` : ''}${inside.join('')}`
    case 'listItem': return inside.join(' ')
    case 'bulletList': return `(${inside.join('; ')})`
    case 'orderedList': return `(${node.attrs?.start}: ${inside.join('; ')})`
    case 'tableRow': return inside.join(' | ')
    case 'table': return `<${inside.join(' || ')}>`
    default: return inside.join('')
  }
}
const pasted = (html: string): string[] => generateJSON(cleanedOffice(html), extensions).content!.map(said)

const word = (body: string): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=VI><!--StartFragment-->${body}<!--EndFragment--></body></html>`

const ignore = (label: string): string =>
  `<![if !supportLists]><span style='mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`

describe('what is pasted from Word', () => {
  it('keeps its parts by what people typed', () => {
    expect(pasted(word(`
      <p class=MsoNormal align=center><b>Chương I<br>QUY ĐỊNH
      CHUNG<o:p></o:p></b></p>
      <p class=MsoNormal><b><span style='font-size:14.0pt'>Điều 1. </span></b><b>Phạm vi điều chỉnh</b><o:p></o:p></p>
      <p class=MsoNormal>1. Quy chế này<span style='mso-spacerun:yes'>  </span>quy định:</p>
      <p class=MsoNormal>a) Chế độ <i>làm việc</i>;</p><p class=MsoNormal>b) Quan hệ.</p>
      <p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <p class=MsoNormal>Điều 9. Trích</p><p class=MsoNormal>Điều 2: <u>Đối tượng</u></p>`))).toEqual([
      'chapter: QUY ĐỊNH CHUNG', 'article: Phạm vi điều chỉnh', 'clause: Quy chế này quy định:', 'point: Chế độ i{làm việc};', 'point: Quan hệ.',
      'Điều 9. Trích', 'article: u{Đối tượng}',
    ])
  })

  it('makes lists of paragraphs that say that they are of one', () => {
    expect(pasted(word(`
      <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${ignore('·')}Một<o:p></o:p></p>
      <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'>${ignore('o')}trong một</p>
      <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'>${ignore('·')}Hai</p>
      <p class=MsoNormal>giữa</p>
      <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'>${ignore('3)')}Ba</p>
      <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'>${ignore('4)')}Bốn</p>`))).toEqual(['(Một (trong một); Hai)', 'giữa', '(3: Ba; Bốn)'])
  })

  it('makes parts of what Word numbers as parts', () => {
    expect(pasted(word(`
      <h1 style='mso-list:l2 level1 lfo3'>${ignore('Điều 1.')}Phạm vi</h1>
      <p class=MsoListParagraph style='mso-list:l3 level1 lfo4'>${ignore('1.')}một</p>
      <p class=MsoListParagraph style='mso-list:l3 level2 lfo4'>${ignore('a)')}điểm</p>`))).toEqual(['article: Phạm vi', 'clause: một', 'point: điểm'])
  })

  it('puts footnotes where their marks are', () => {
    expect(pasted(word(`
      <p class=MsoNormal>Theo luật<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a>, sau.</p>
      <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Luật số 1,
      năm 2026</p></div></div>`)).filter(Boolean)).toEqual(['Theo luật[Luật số 1, năm 2026], sau.'])
  })

  it('keeps tables, and takes no number in them for a part', () => {
    expect(pasted(word(
      '<table class=MsoTableGrid border=1><tr><td width=20 colspan=2><p class=MsoNormal>1. STT</p></td></tr><tr><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal>b</p></td></tr></table>',
    ))).toEqual(['<1. STT ||  | b>'])
  })

  it('shows nothing of what is hidden in conditional comments, and runs nothing', () => {
    expect(pasted(word('<!--[if gte mso 9]><xml><w:WordDocument>ẩn</w:WordDocument></xml><![endif]--><p class=MsoNormal>hiện<script>1</script><img src=x onerror=alert(1)></p>'))).toEqual(['hiện'])
  })
})

describe('what is pasted from others', () => {
  it('keeps the marks of Google Docs, whose wrapper is bold and is not', () => {
    expect(pasted(`<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-weight:700">Điều 1. Phạm vi</span></p><p dir="ltr"><span style="font-weight:400">a </span><span style="font-weight:700;font-style:italic">b</span><span style="text-decoration:underline"> c</span></p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>một</span></p></li></ul></b>`)).toEqual([
      'article: Phạm vi', 'a bi{b}u{ c}', '(một)',
    ])
  })

  it('keeps the notes of LibreOffice', () => {
    expect(pasted('<html><head><meta name="generator" content="LibreOffice 24.2"/></head><body><p>a<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup> b</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> chú thích</p></div></body></html>')).toEqual(['a[chú thích] b'])
  })

  it('is left as it is where no office program wrote it', () => {
    expect(cleanedOffice('<p>Điều 1. a</p>')).toBe('<p>Điều 1. a</p>')
  })

  it('comes back from our own page with its notes', () => {
    const json = generateJSON('<p>a<span data-footnote>một</span></p>', extensions)
    expect(generateJSON(generateHTML(json, extensions), extensions)).toEqual(json)
  })
})
