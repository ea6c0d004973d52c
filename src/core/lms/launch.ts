/** How an LMS hands a learner over to an xAPI course: in the query of its address. */
import { isRecord } from '../progress/event-shape.ts';
import type { Agent } from './statements.ts';

export interface Launch {
  /** Ends with a slash. */
  endpoint: string;
  actor: Agent;
  registration?: string;
  /** What results are about. */
  activity: string;
  /** cmi5: where the token is given, once. */
  fetch?: string;
  /** xAPI outside cmi5: value of the Authorization header. */
  auth?: string;
}

type Query = Readonly<Record<string, string>>;

/** cmi5 8.1: endpoint, fetch, actor, registration, activityId; null where one is missing. */
export function cmi5Launch({ endpoint, fetch, actor, registration, activityId }: Query): Launch | null {
  const agent = readAgent(actor);
  if (!isAddress(endpoint) || !isAddress(fetch) || !registration || !activityId || !agent) return null;
  return { endpoint: withSlash(endpoint), fetch, actor: agent, registration, activity: activityId };
}

/** Tin Can launch (https://github.com/RusticiSoftware/launch): endpoint, auth, actor, and maybe registration and activity_id. */
export function xapiLaunch({ endpoint, auth, actor, registration, activity_id: activity }: Query, own: string): Launch | null {
  const agent = readAgent(actor);
  if (!isAddress(endpoint) || !auth || !agent) return null;
  return { endpoint: withSlash(endpoint), auth, actor: agent, ...(registration && { registration }), activity: activity || own };
}

/** The name in an agent; empty for none. */
export function agentName({ name }: Agent): string {
  return typeof name === 'string' ? name : '';
}

/** Who it is, as text that is the same for the same learner. */
export function agentKey({ account, mbox, mbox_sha1sum: sum, openid }: Agent): string {
  return JSON.stringify(isRecord(account) ? [account['homePage'], account['name']] : (mbox ?? sum ?? openid ?? ''));
}

function isAddress(text: string | undefined): text is string {
  return /^https?:\/\/[^\s/]/i.test(text ?? '');
}

function withSlash(endpoint: string): string {
  return endpoint.endsWith('/') ? endpoint : `${endpoint}/`;
}

/** An agent has one identifier (xAPI 1.0.3, Part Two, 2.4.2.1); early launches put everything into lists, and named the account otherwise. */
function readAgent(text: string | undefined): Agent | null {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const first = Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, Array.isArray(inner) ? (inner as unknown[])[0] : inner]));
  const { account, mbox, mbox_sha1sum: sum, openid, name } = first;
  const held = isRecord(account) ? { homePage: account['homePage'] ?? account['accountServiceHomePage'], name: account['name'] ?? account['accountName'] } : null;
  const identity = held?.homePage && held.name ? { account: held } : mbox ? { mbox } : sum ? { mbox_sha1sum: sum } : openid ? { openid } : null;
  return identity && { objectType: 'Agent', ...(typeof name === 'string' && name && { name }), ...identity };
}
