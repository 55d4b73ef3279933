import { useQueryClient } from '@tanstack/react-query'
import { UserPlus, X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../components/Button'
import { Refusal } from '../../components/Refusal'
import { Select } from '../../components/Select'
import { useTranslation } from '../../i18n'
import { useOutbox } from '../../outbox/OutboxProvider'
import { useSession } from '../../shell/SessionProvider'
import type { DocumentView, DraftRight, Participant } from '../../wire/documents'
import { PersonFinder } from '../people/PersonFinder'

const offered: DraftRight[] = ['write', 'suggest', 'read']

/** Who may open the draft beside its author, and, for the author, asking more people in. */
export function Invited({ view }: { view: DocumentView }) {
  const { t } = useTranslation()
  const [finding, setFinding] = useState(false)
  const [seatless, setSeatless] = useState<string | null>(null)
  const { invite, error } = useInvite(view)
  const mayInvite = view.actions.includes('invite')
  return (
    <section className="invited">
      <h2 className="invited__head">{t('drafting.invited')}</h2>
      {view.participants.length === 0 && <p className="drafting__none">{t('drafting.nobodyInvited')}</p>}
      <ul className="writers">
        {view.participants.map((one) => (
          <li key={one.seat} className="writers__one">
            <span className="invited__who">
              <b>{one.name || one.title}</b>
              <span className="writers__unit">{[one.title, one.unit].filter(Boolean).join(', ')}</span>
              {mayInvite ? (
                <Select
                  label={t('drafting.rightOf', { name: one.name || one.title })}
                  hiddenLabel
                  value={one.right}
                  onChange={(right) => void invite(one.seat, right as DraftRight)}
                  options={offered.map((right) => ({ id: right, label: t(`drafting.rights.${right}`) }))}
                />
              ) : (
                <span className="writers__unit">{t(`drafting.rights.${one.right}`)}</span>
              )}
            </span>
            {mayInvite && <IconButton icon={X} label={t('drafting.uninvite', { name: nameOf(one) })} onClick={() => void invite(one.seat, null)} />}
          </li>
        ))}
      </ul>
      {error !== null && <Refusal act="invite" error={error} />}
      {mayInvite && (finding ? (
        <>
          <PersonFinder
            label={t('drafting.findPerson')}
            onFound={(person) => {
              // The finder stays: somebody else is looked for.
              setSeatless(person.seat ? null : person.name)
              if (!person.seat) return
              setFinding(false)
              void invite(person.seat, 'write')
            }}
          />
          {seatless && <p className="field__error" role="alert">{t('drafting.seatless', { name: seatless })}</p>}
          <Button
            small
            onClick={() => {
              setFinding(false)
              setSeatless(null)
            }}
          >
            {t('drafting.threads.cancel')}
          </Button>
        </>
      ) : (
        <Button icon={UserPlus} onClick={() => setFinding(true)}>{t('drafting.invite')}</Button>
      ))}
    </section>
  )
}

const nameOf = (one: Participant) => one.name || one.title

/** A person who is asked in finds the draft in the inbox at once. */
function useInvite(view: DocumentView) {
  const outbox = useOutbox()
  const queries = useQueryClient()
  const { seat: mine } = useSession()
  const [error, setError] = useState<unknown>(null)
  const invite = async (seat: number, right: DraftRight | null) => {
    setError(null)
    try {
      await outbox.send({
        key: crypto.randomUUID(),
        path: `/api/documents/${view.id}/participants`,
        body: { seat, right },
        actingSeat: mine?.id,
        label: { key: 'acts.invite.name' },
      })
    } catch (refused) {
      setError(refused)
    } finally {
      void queries.invalidateQueries({ queryKey: ['document', view.id] })
    }
  }
  return { invite, error }
}
