/**
 * A small LRS in memory, with the parts of a cmi5 LMS that a launch needs: statements, state, agent profile, about, fetch token. On loopback only.
 * Each statement is validated by an independent validator, and each session held to the order that cmi5 9.3 asks for; `problems` has what was wrong.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { statementProblems } from './statement-problems.ts';

export interface StoredStatement {
  id: string;
  verb: { id: string };
  object: { id: string };
  actor: unknown;
  result?: Record<string, unknown>;
  context: { registration?: string; contextActivities?: Record<string, { id: string }[]>; extensions?: Record<string, unknown> };
  timestamp: string;
}

/** What a request gets instead of its answer. `0`: the line is cut; `hang`: no answer. */
export interface Fault {
  /** `POST statements`, `PUT activities/state`, `GET activities/state LMS.LaunchData`, `POST fetch`, … */
  request: string;
  status: number | 'hang';
  /** How often; without it until it is taken away. */
  times?: number;
  /** The request is done all the same: only the answer is lost. */
  afterwards?: boolean;
}

export interface LaunchOptions {
  /** Goes on with a registration; a new one without it. */
  registration?: string;
  launchMode?: 'Normal' | 'Browse' | 'Review';
  masteryScore?: number;
  returnURL?: string;
  languagePreference?: string;
}

interface Session {
  id: string;
  registration: string;
  token: string;
  taken: boolean;
  over: boolean;
}

const cmi5Category = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const sessionKey = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
export const testActor = { objectType: 'Agent', name: 'Ana Souza', account: { homePage: 'https://lms.example', name: 'ana-7' } };
export const unit = 'https://lms.example/au/1';

export class TestLrs {
  readonly statements: StoredStatement[] = [];
  readonly documents = new Map<string, string>();
  readonly problems: string[] = [];
  readonly requests: string[] = [];
  faults: Fault[] = [];
  versions = ['1.0.3'];
  origin = '';
  private readonly sessions: Session[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The query of a cmi5 launch, as an LMS appends it; the session of the registration that was open is over (cmi5 9.3.6). */
  cmi5({ registration = randomUUID(), launchMode = 'Normal', languagePreference, ...more }: LaunchOptions = {}): Record<string, string> {
    const session: Session = { id: randomUUID(), registration, token: Buffer.from(`farol:${randomUUID()}`).toString('base64'), taken: false, over: false };
    for (const other of this.sessions) if (other.registration === registration) other.over = true;
    this.sessions.push(session);
    const contextTemplate = { contextActivities: { grouping: [{ id: 'urn:farol:course:manager/unit' }] }, extensions: { [sessionKey]: session.id } };
    this.documents.set(this.key('state', 'LMS.LaunchData', registration), JSON.stringify({ contextTemplate, launchMode, moveOn: 'CompletedAndPassed', ...more }));
    if (languagePreference) this.documents.set(this.key('profile', 'cmi5LearnerPreferences'), JSON.stringify({ languagePreference, audioPreference: 'on' }));
    return { endpoint: `${this.origin}/xapi/`, fetch: `${this.origin}/fetch?session=${session.id}`, actor: JSON.stringify(testActor), registration, activityId: unit };
  }

  /** The query of a Tin Can launch. */
  tinCan(registration: string = randomUUID()): Record<string, string> {
    return { endpoint: `${this.origin}/xapi`, auth: 'Basic dGluOmNhbg==', actor: JSON.stringify(testActor), registration, activity_id: 'urn:farol:course:manager' };
  }

  verbs(): string[] {
    return this.statements.map(({ verb }) => verb.id.split('/').at(-1)!);
  }

  private key(kind: string, id: string, registration = ''): string {
    return [kind, id, registration].join(' ');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '', this.origin);
    const body = await text(request);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Experience-API-Version');
    response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, POST');
    const end = (status: number, answer: unknown = '') => response.writeHead(status, { 'Content-Type': 'application/json' }).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    if (request.method === 'OPTIONS') return void end(204);

    const path = address.pathname.replace(/^\/xapi\/|^\//, '');
    const name = [`${request.method} ${path}`, address.searchParams.get('stateId') ?? ''].filter(Boolean).join(' ');
    this.requests.push(name);
    const fault = this.faults.find((each) => name.startsWith(each.request) && (each.times ?? 1) > 0);
    if (fault?.times !== undefined) fault.times--;
    if (fault && !fault.afterwards) return this.fail(fault, response, end);
    const [status, answer] = this.answer(request, path, address.searchParams, body);
    if (fault) return this.fail(fault, response, end);
    end(status, answer);
  }

  private fail({ status }: Fault, response: ServerResponse, end: (status: number, answer: unknown) => unknown): void {
    if (status === 'hang') return;
    if (status === 0) response.destroy();
    else end(status, { error: 'on purpose' });
  }

  private answer(request: IncomingMessage, path: string, query: URLSearchParams, body: string): [status: number, answer?: unknown] {
    if (path === 'fetch') return this.token(request.method, query.get('session'));
    if (path === 'about') return [200, { version: this.versions }];
    const version = String(request.headers['x-experience-api-version']);
    if (!this.versions.includes(version)) return [400, `Version ${version} is not spoken here.`];
    const authorization = String(request.headers.authorization);
    const session = this.sessions.find(({ token }) => authorization === `Basic ${token}`);
    if (!session?.taken && authorization !== 'Basic dGluOmNhbg==') return [401, 'No such token.'];
    const agent = query.get('agent');
    if (agent && !isDeepStrictEqual(JSON.parse(agent), testActor)) return [403, 'Another agent.'];
    switch (path) {
      case 'statements':
        return this.store(JSON.parse(body), session);
      case 'activities/state':
        return this.document(request.method, this.key('state', query.get('stateId') ?? '', query.get('registration') ?? ''), body);
      case 'agents/profile':
        return this.document(request.method, this.key('profile', query.get('profileId') ?? ''), body);
      default:
        return [404];
    }
  }

  /** cmi5 8.2.2 and 8.2.3. */
  private token(method: string | undefined, id: string | null): [number, unknown] {
    const session = this.sessions.find((each) => each.id === id);
    if (method !== 'POST' || !session) return [400, { 'error-code': '3', 'error-text': 'No such session.' }];
    if (session.taken) return [200, { 'error-code': '1', 'error-text': 'The token was given already.' }];
    session.taken = true;
    return [200, { 'auth-token': session.token }];
  }

  private document(method: string | undefined, key: string, body: string): [number, unknown?] {
    if (method === 'GET') return this.documents.has(key) ? [200, this.documents.get(key)] : [404];
    if (key.includes('LMS.')) this.problems.push(`${key} was changed.`);
    this.documents.set(key, body);
    return [204];
  }

  private store(given: StoredStatement | StoredStatement[], session: Session | undefined): [number, unknown] {
    const batch = [given].flat();
    const faulty = batch.flatMap(statementProblems);
    if (faulty.length > 0) {
      this.problems.push(...faulty);
      return [400, faulty];
    }
    const fresh = batch.filter(({ id }) => !this.statements.some((stored) => stored.id === id));
    for (const statement of batch) {
      const stored = this.statements.find(({ id }) => id === statement.id);
      if (stored && !isDeepStrictEqual(stored, statement)) return [409, `${statement.id} is another statement.`];
    }
    if (session?.over && fresh.length > 0) return [403, 'The session is over.'];
    for (const statement of fresh) {
      if (session) this.judge(statement, session);
      this.statements.push(statement);
    }
    return [200, batch.map(({ id }) => id)];
  }

  /** cmi5 9.3 (order), 9.5 (results), 9.6 (context). */
  private judge(statement: StoredStatement, session: Session): void {
    const problem = (what: string) => this.problems.push(`${statement.verb.id}: ${what}`);
    const { registration, contextActivities = {}, extensions = {} } = statement.context;
    const isDefined = (each: StoredStatement) => !!each.context.contextActivities?.['category']?.some(({ id }) => id === cmi5Category);
    const ofSession = this.statements.filter((each) => each.context.extensions?.[sessionKey] === session.id);
    const ofRegistration = this.statements.filter((each) => each.context.registration === session.registration && isDefined(each));
    const verb = statement.verb.id.split('/').at(-1)!;
    const said = (verbName: string, among = ofSession) => among.some((each) => isDefined(each) && each.verb.id.endsWith(`/${verbName}`));
    if (registration !== session.registration) problem('another registration');
    if (extensions[sessionKey] !== session.id) problem('another session');
    if (!contextActivities['grouping']?.some(({ id }) => id === 'urn:farol:course:manager/unit')) problem('without the publisher id');
    if (!statement.timestamp.endsWith('Z')) problem('timestamp not in UTC');
    if (verb !== 'initialized' && !said('initialized')) problem('before initialized');
    if (ofSession.some(({ timestamp, verb: { id } }) => id.endsWith('initialized') && timestamp > statement.timestamp)) problem('dated before initialized');
    if (said('terminated')) problem('after terminated');
    if (verb === 'terminated' && ofSession.some(({ timestamp }) => timestamp > statement.timestamp)) problem('dated before what it ends');
    if (!isDefined(statement)) return;
    const { launchMode } = JSON.parse(this.documents.get(this.key('state', 'LMS.LaunchData', session.registration))!) as { launchMode: string };
    const isMoveOn = contextActivities['category']!.some(({ id }) => id.endsWith('/moveon'));
    if (statement.object.id !== unit) problem('about something else');
    if (said(verb)) problem('said twice in a session');
    if ((verb === 'completed' || verb === 'passed') && said(verb, ofRegistration)) problem('said twice in a registration');
    if ((verb === 'failed' && said('passed', ofRegistration)) || (verb === 'passed' && said('failed'))) problem('passed and failed');
    if (isMoveOn !== ['completed', 'passed', 'failed'].includes(verb)) problem('category moveon');
    if (verb !== 'initialized' && !statement.result?.['duration']) problem('without a duration');
    if (launchMode !== 'Normal' && verb !== 'initialized' && verb !== 'terminated') problem(`in ${launchMode}`);
    if (verb === 'terminated') session.over = true;
  }
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
