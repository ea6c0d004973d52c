import { useEffect, useRef, useState } from 'preact/hooks';
import { createPortal } from 'preact/compat';
import { findLocale, locales } from '../../core/locale/locales.ts';
import type { Catalog } from '../../core/package/catalog.ts';
import { packageFormats } from '../../core/package/config.ts';
import { largestLogo } from '../../core/package/logo.ts';
import type { OptionProblem } from '../../core/package/options.ts';
import { problemText } from '../../core/package/problem-text.ts';
import type { RolloutFile } from '../../core/rollout/package-options.ts';
import { textIn } from '../../core/rollout/terms.ts';
import { find, locale, t } from '../page.ts';
import { BrandPreview } from './BrandPreview.tsx';
import { choicesOf, courseOf, firstChoices, logoOf, optionsOf, remember, type Choices } from './choices.ts';
import { EmbedLines } from './EmbedLines.tsx';
import { Checks, Select, Text } from './fields.tsx';
import { keepCourse, makePackage, type Progress } from './make-package.ts';

type Stage = { at: 'form' } | { at: 'working'; progress: Progress } | { at: 'stuck'; reason: 'offline' | 'failed' } | { at: 'ready'; file: string; address: string; size: number };

const sentence = (problem: OptionProblem): string => {
  const { key, values } = problemText(problem);
  return t(key, values);
};
const published = locales.map(({ tag }) => tag);
const nameOf = (tag: string): string => findLocale(tag)?.name ?? tag;

export interface PartnersProps {
  /** What the site has, in the language of the page. */
  catalog: Catalog;
  /** Whose options are filled in; null for none. */
  rollout: RolloutFile | null;
  /** Id of one of its phases; empty for none. */
  phaseAsked: string;
}

export function Partners({ catalog, rollout, phaseAsked }: PartnersProps) {
  const [choices, setChoices] = useState(() => {
    const own = firstChoices(catalog, published);
    return rollout ? choicesOf(rollout, own, catalog) : own;
  });
  const [phase, setPhase] = useState(phaseAsked);
  const [problems, setProblems] = useState<OptionProblem[]>([]);
  const [stage, setStage] = useState<Stage>({ at: 'form' });
  const known = useRef(new Map([[catalog.locale, catalog]]));
  const fixes = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    for (const part of form.current?.querySelectorAll('details .problem') ?? []) part.closest('details')!.open = true;
    fixes.current?.focus();
  }, [problems]);
  const [kept, setKept] = useState('');
  const wanted = [choices.course, ...choices.locales].join(' ');
  useEffect(() => {
    const { saveData } = (navigator as { connection?: { saveData?: boolean } }).connection ?? {};
    if (saveData) return undefined;
    // Not while somebody is still going through the list.
    const timer = setTimeout(() => void keepCourse(choices.course, choices.locales, known.current).then((isKept) => isKept && setKept(wanted)), 1500);
    return () => clearTimeout(timer);
  }, [wanted]);
  useEffect(() => (stage.at === 'ready' ? () => URL.revokeObjectURL(stage.address) : undefined), [stage]);

  const change = (changed: Partial<Choices>): void => {
    const next = { ...choices, ...changed };
    setChoices(next);
    // What a rollout has filled in does not take the place of what a partner had entered.
    if (!rollout) remember(next);
    setStage({ at: 'form' });
  };
  const problem = (field: string) => {
    const found = problems.find((each) => each.field === field);
    if (!found) return undefined;
    const { proposed } = found.values;
    return <>{sentence(found)}{proposed && <button class="button" type="button" onClick={() => change({ [field]: String(proposed) })}>{t('partners.useColour', { colour: proposed })}</button>}</>;
  };
  const text = (name: 'brandName' | 'colour' | 'colourDark' | 'passMark' | 'contactName' | 'contactPhone' | 'contactEmail') => ({ name, value: choices[name], onValue: (value: string) => change({ [name]: value }) });

  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    setProblems([]);
    const result = await makePackage(optionsOf(choices, catalog, rollout, phase), known.current, new Date().toISOString().slice(0, 10), (progress) => setStage({ at: 'working', progress }));
    if (result.ok) {
      const { name, bytes, type } = result.made;
      setStage({ at: 'ready', file: name, size: Math.ceil(bytes.length / 1000), address: URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type })) });
    } else if (result.reason === 'options') {
      setProblems(result.problems);
      setStage({ at: 'form' });
    } else setStage({ at: 'stuck', reason: result.reason });
  };

  const course = catalog.courses.find(({ id }) => id === choices.course)!;
  const chosen = course.modules.filter(({ id }) => !choices.without.includes(id));
  const toggled = (list: readonly string[], value: string, isIn: boolean): string[] => (isIn ? [...list, value] : list.filter((each) => each !== value));
  const embedPlace = find('[data-embed-lines]');

  return (
    <form class="flow" ref={form} onSubmit={(event) => void make(event)} novalidate>
      {embedPlace && createPortal(<EmbedLines locale={choices.locales[0] ?? locale} course={course.id} title={course.title} options={{ country: choices.country, rollout: rollout?.rollout ?? '', phase }} />, embedPlace)}
      {problems.length > 0 && (
        <div class="notice" data-testid="problems">
          <h3 tabIndex={-1} ref={fixes}>{t('partners.fix')}</h3>
          <ul>{problems.map((each) => <li key={each.field + each.reason}>{sentence(each)}</li>)}</ul>
        </div>
      )}
      {rollout && <p class="notice" data-testid="rollout">{t('partners.rollout', { partner: `\u2068${rollout.packages[0]?.brandName ?? rollout.rollout}\u2069` })}</p>}
      <div class="halves">
        {rollout && <Select label={t('coordinator.phase')} name="phase" value={phase} choices={[['', t('partners.noPhase')], ...rollout.phases.map(({ id, name }) => [id, textIn(name, locale)?.text ?? id] as const)]} problem={problem('phase')} onValue={(value) => { setPhase(value); setStage({ at: 'form' }); }} />}
        <Select label={t('partners.course')} name="course" value={choices.course} choices={catalog.courses.map(({ id, title }) => [id, title])} problem={problem('course')} onValue={(value) => change(courseOf(value, rollout, catalog))} />
        <Select label={t('partners.country')} name="country" value={choices.country} choices={[['', t('partners.anyCountry')], ...catalog.countries.map(({ code, name }) => [code, name] as const)]} problem={problem('country')} onValue={(value) => change({ country: value })} />
        <Select label={t('partners.system')} name="preset" value={choices.preset} choices={[['', t('partners.otherSystem')], ...catalog.presets.map(({ id, name }) => [id, name] as const)]} problem={problem('preset')} onValue={(value) => change({ preset: value, format: catalog.presets.find(({ id }) => id === value)?.formats[0] ?? choices.format })} />
        <Select label={t('partners.format')} name="format" value={choices.format} choices={packageFormats.map((format) => [format, t(`package.format.${format}`)])} problem={problem('format')} onValue={(value) => change({ format: value })} />
      </div>
      <Checks
        label={t('partners.languages')} hint={t('partners.languagesHint')} name="locale" checked={choices.locales} problem={problem('locales')}
        choices={locales.map(({ tag, name }) => ({ value: tag, text: name, lang: tag }))} onToggle={(value, isIn) => change({ locales: toggled(choices.locales, value, isIn) })}
      />
      {choices.locales.length > 1 && <Select label={t('partners.opensFirst')} name="first" value={choices.locales[0]!} choices={choices.locales.map((tag) => [tag, nameOf(tag)])} onValue={(value) => change({ locales: [value, ...choices.locales.filter((tag) => tag !== value)] })} />}
      <details class="card">
        <summary>{t('partners.modules')}<span class="quiet"> {chosen.length}/{course.modules.length}</span></summary>
        <Checks
          label={t('partners.modules')} hint={t('partners.modulesHint')} name="module" checked={chosen.map(({ id }) => id)} problem={problem('modules')}
          choices={course.modules.map(({ id, title }) => ({ value: id, text: title }))} onToggle={(value, isIn) => (isIn || chosen.length > 1) && change({ without: toggled(choices.without, value, !isIn) })}
        />
      </details>
      <details class="card">
        <summary>{t('partners.brand')}</summary>
        <div class="flow">
          <div class="halves">
            <Text label={t('partners.brandName')} {...text('brandName')} problem={problem('brandName')} />
            <Logo logo={choices.logo} problem={problem('logo')} onLogo={(logo) => change({ logo })} />
            <Text label={t('partners.colour')} hint={t('partners.colourHint')} dir="ltr" {...text('colour')} problem={problem('colour')} />
            <Text label={t('partners.colourDark')} hint={t('partners.colourHint')} dir="ltr" {...text('colourDark')} problem={problem('colourDark')} />
          </div>
          <BrandPreview {...choices} />
        </div>
      </details>
      <details class="card">
        <summary>{t('partners.rules')}</summary>
        <div class="flow">
          <Text label={t('partners.passMark')} hint={`${course.passMark} %`} inputMode="numeric" dir="ltr" {...text('passMark')} problem={problem('passMark')} />
          <div class="choice"><label><input type="checkbox" name="certificate" checked={choices.certificate && chosen.length === course.modules.length} disabled={chosen.length < course.modules.length} onChange={(event) => change({ certificate: event.currentTarget.checked })} /><span>{t('partners.certificate')}</span></label></div>
        </div>
      </details>
      <details class="card">
        <summary>{t('partners.contact')}</summary>
        <div class="flow">
          <p class="small quiet">{t('partners.contactHint')}</p>
          <div class="halves">
            <Text label={t('partners.contactName')} {...text('contactName')} problem={problem('contact.name')} />
            <Text label={t('partners.contactPhone')} inputMode="tel" dir="ltr" {...text('contactPhone')} problem={problem('contact.phone')} />
            <Text label={t('partners.contactEmail')} inputMode="email" dir="ltr" {...text('contactEmail')} problem={problem('contact.email')} />
          </div>
          {choices.locales.map((tag) => (
            <Text key={tag} label={t('partners.contactText', { language: nameOf(tag) })} name={`contactText-${tag}`} rows={4} lang={tag} value={choices.contactText[tag] ?? ''} problem={problem('contact.text')} onValue={(value) => change({ contactText: { ...choices.contactText, [tag]: value } })} />
          ))}
        </div>
      </details>
      <p class="buttons"><button class="button main" type="submit" disabled={stage.at === 'working'} data-testid="make">{t('partners.make')}</button></p>
      {kept === wanted && <p class="small quiet" data-testid="kept">{t('partners.kept')}</p>}
      <Outcome stage={stage} />
    </form>
  );
}

function Outcome({ stage }: { stage: Stage }) {
  return (
    <div class="flow" role="status" data-testid="outcome">
      {stage.at === 'working' && (
        <>
          <p>{t(stage.progress === 'packing' ? 'partners.packing' : 'partners.fetching')}</p>
          <progress max={1} value={stage.progress === 'packing' ? undefined : stage.progress.fetching} aria-label={t('partners.makeTitle')} />
        </>
      )}
      {stage.at === 'stuck' && <p class="notice">{t(`partners.${stage.reason}`)}</p>}
      {stage.at === 'ready' && (
        <>
          <p>{t('partners.ready', { size: stage.size })}</p>
          <p class="buttons"><a class="button main" href={stage.address} download={stage.file} data-testid="download"><bdi dir="ltr">{t('partners.download', { file: stage.file })}</bdi></a></p>
        </>
      )}
    </div>
  );
}

function Logo({ logo, problem, onLogo }: { logo: string; problem: preact.ComponentChildren; onLogo: (logo: string) => void }) {
  const file = useRef<HTMLInputElement>(null);
  const read = async ([chosen]: FileList | []): Promise<void> => {
    // A photograph straight from a camera would fill the memory of the device; what is cut off is refused as too large.
    if (chosen) onLogo(logoOf(new Uint8Array(await chosen.slice(0, largestLogo * 6).arrayBuffer())));
    if (file.current) file.current.value = '';
  };
  return (
    <div class="field">
      <label for="logo">{t('partners.logo', { largest: largestLogo / 1000 })}</label>
      <input id="logo" ref={file} type="file" accept="image/png,image/svg+xml" data-testid="logo" onChange={(event) => void read(event.currentTarget.files ?? [])} />
      {logo && <p class="buttons"><button class="button" type="button" onClick={() => onLogo('')}>{t('partners.removeLogo')}</button></p>}
      {problem && <p class="small problem">{problem}</p>}
    </div>
  );
}
