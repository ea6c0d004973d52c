import type { RolloutKey } from '../../../core/rollout/rollout.schema.ts';
import type { Rollout } from '../../content/content.ts';
import type { Finding, Rule } from '../rule.ts';
import { sameKeys } from '../same-keys.ts';

/**
 * A rollout says everything in every language it is handed out in: names of phases and places, and the texts that rollout.yaml promises. A poster with an empty
 * line, or a sentence to confirm that nobody has written, would only be found by a learner.
 */
export const rolloutWordsAgree: Rule = {
  name: 'rollout-words',
  *check({ rollouts }) {
    for (const rollout of rollouts) {
      const key = rollout.key?.value;
      if (!key) continue;
      for (const [place, locale] of key.languages.entries()) {
        if (!rollout.words.has(locale)) yield { file: rollout.key!.file, line: rollout.key!.lineOf(['languages', place]), what: `there is no ${locale}.yaml beside it`, write: `${rollout.folder}/${locale}.yaml, or no "${locale}" here` };
      }
      yield* inWords(rollout, key);
    }
  },
};

function* inWords({ words }: Rollout, key: RolloutKey): Generator<Finding> {
  const asksByLaw = key.attestation || key.activeMinutes !== undefined;
  const promised = [
    { name: 'contact', wanted: key.contact !== undefined, shown: 'contact: { name: …, text: … }' },
    { name: 'ownPage', wanted: key.ownPage, shown: 'ownPage: { title: …, text: […] }' },
    { name: 'asks', wanted: asksByLaw, shown: 'asks: which law or contract asks for it' },
    { name: 'attestation', wanted: key.attestation, shown: 'attestation: the sentence in the first person' },
  ] as const;
  for (const file of words.values()) {
    if (!file.value) continue;
    yield* sameKeys(file, ['phases'], key.phases.map(({ id }) => id), Object.keys(file.value.phases), 'phase', 'rollout.yaml');
    yield* sameKeys(file, ['places'], [...new Set(key.phases.flatMap(({ places }) => places))], Object.keys(file.value.places), 'place', 'rollout.yaml');
    for (const { name, wanted, shown } of promised) {
      const isThere = file.value[name] !== undefined;
      if (wanted && !isThere) yield { file: file.file, line: 1, what: `"${name}" is missing, and rollout.yaml asks for it`, write: shown };
      if (!wanted && isThere) yield { file: file.file, line: file.lineOf([name]), what: `"${name}" is never shown: rollout.yaml does not ask for it`, write: 'nothing, or ask for it in rollout.yaml' };
    }
  }
}
