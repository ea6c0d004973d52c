import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/** A part that opens under the button that asked for it. Focus goes to its heading, so that a screen reader reads on from there. */
export function Panel({ title, children, testId }: { title: string; children: ComponentChildren; testId?: string }) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="panel flow" aria-labelledby={id} data-testid={testId}>
      <h3 id={id} tabIndex={-1} ref={heading}>{title}</h3>
      {children}
    </section>
  );
}

interface FieldProps { label: string; hint?: string | undefined; problem?: string | undefined; value: string; onValue: (value: string) => void; digits?: boolean; testId?: string }

/** A field for a name, or for the four digits. */
export function Field({ label, hint, problem, value, onValue, digits, testId }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <p class="small quiet" id={`${id}-hint`}>{hint}</p>}
      <input
        id={id}
        type="text"
        dir={digits ? 'ltr' : 'auto'}
        class={digits ? 'digits' : ''}
        inputMode={digits ? 'numeric' : 'text'}
        maxLength={digits ? 8 : 200}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        data-testid={testId}
      />
      <p class="small problem" id={`${id}-problem`} role="status">{problem}</p>
    </div>
  );
}
