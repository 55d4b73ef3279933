import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { BetweenHorizontalEnd, BetweenVerticalEnd, Grid2x2X, TableCellsMerge, TableCellsSplit, TableColumnsSplit, TableRowsSplit } from 'lucide-react'
import { IconButton } from '../../components/Button'
import { useTranslation } from '../../i18n'

/** What can be done with the table that the caret is in. */
export function TableTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const can = useEditorState({ editor, selector: ({ editor: shown }) => ({ merge: shown.can().mergeCells(), split: shown.can().splitCell() }) })
  const chain = () => editor.chain().focus()
  return (
    <>
      <IconButton icon={BetweenHorizontalEnd} label={t('drafting.rowAdd')} onClick={() => chain().addRowAfter().run()} />
      <IconButton icon={TableRowsSplit} label={t('drafting.rowAway')} onClick={() => chain().deleteRow().run()} />
      <IconButton icon={BetweenVerticalEnd} label={t('drafting.columnAdd')} onClick={() => chain().addColumnAfter().run()} />
      <IconButton icon={TableColumnsSplit} label={t('drafting.columnAway')} onClick={() => chain().deleteColumn().run()} />
      <IconButton icon={TableCellsMerge} label={t('drafting.cellsMerge')} disabled={!can.merge} onClick={() => chain().mergeCells().run()} />
      <IconButton icon={TableCellsSplit} label={t('drafting.cellSplit')} disabled={!can.split} onClick={() => chain().splitCell().run()} />
      <IconButton icon={Grid2x2X} label={t('drafting.tableAway')} onClick={() => chain().deleteTable().run()} />
    </>
  )
}
