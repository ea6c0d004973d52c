/** The fields of the form, each with its label, its hint, and what is wrong with what was entered. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Common { label: string; hint?: string | undefined; problem?: ComponentChildren; name: string }

function Frame({ id, label, hint, problem, children }: Omit<Common, 'name'> & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {hint && <p class="small quiet" id={`${id}-hint`}>{hint}</p>}
      {problem && <p class="small problem" id={`${id}-problem`}>{problem}</p>}
    </div>
  );
}

const described = (id: string, { hint, problem }: Pick<Common, 'hint' | 'problem'>): string | undefined => [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;

export interface TextProps extends Common { value: string; onValue: (value: string) => void; rows?: number; lang?: string | undefined; dir?: 'ltr' | 'auto'; inputMode?: 'numeric' | 'tel' | 'email' }

export function Text({ value, onValue, rows, lang, dir = 'auto', inputMode, ...common }: TextProps) {
  const id = useId();
  const shared = {
    id, value, lang, dir, name: common.name, autocomplete: 'off', spellcheck: false,
    'aria-invalid': common.problem ? true : undefined, 'aria-describedby': described(id, common), 'data-testid': common.name,
  } as const;
  return (
    <Frame id={id} {...common}>
      {rows ? <textarea rows={rows} {...shared} onInput={(event) => onValue(event.currentTarget.value)} /> : <input type="text" inputMode={inputMode} {...shared} onInput={(event) => onValue(event.currentTarget.value)} />}
    </Frame>
  );
}

export interface SelectProps extends Common { value: string; onValue: (value: string) => void; choices: readonly (readonly [value: string, text: string])[] }

export function Select({ value, onValue, choices, ...common }: SelectProps) {
  const id = useId();
  return (
    <Frame id={id} {...common}>
      <select id={id} name={common.name} value={value} aria-invalid={common.problem ? true : undefined} aria-describedby={described(id, common)} data-testid={common.name} onChange={(event) => onValue(event.currentTarget.value)}>
        {choices.map(([choice, text]) => <option key={choice} value={choice}>{text}</option>)}
      </select>
    </Frame>
  );
}

export interface ChecksProps extends Common { choices: readonly { value: string; text: string; lang?: string }[]; checked: readonly string[]; onToggle: (value: string, checked: boolean) => void }

export function Checks({ label, hint, problem, name, choices, checked, onToggle }: ChecksProps) {
  const id = useId();
  return (
    <fieldset class="choice" aria-describedby={described(id, { hint, problem })}>
      <legend>{label}</legend>
      {hint && <p class="small quiet" id={`${id}-hint`}>{hint}</p>}
      {choices.map(({ value, text, lang }) => (
        <label key={value} lang={lang}>
          <input type="checkbox" name={name} value={value} checked={checked.includes(value)} onChange={(event) => onToggle(value, event.currentTarget.checked)} />
          <span>{text}</span>
        </label>
      ))}
      {problem && <p class="small problem" id={`${id}-problem`}>{problem}</p>}
    </fieldset>
  );
}
