import { randomUUID } from 'node:crypto';
import type { Dialect } from '../patch/patch-habits';
import { TraceRecorder, type TraceOptions } from './trace-recorder';

/** The reference traces of Entra ID that need no clock. */
export const TRACE_NAMES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;
export type TraceName = (typeof TRACE_NAMES)[number];

/** Plays one trace and returns what was really sent and answered, a line a request (entra 21). Throws when a step fails. */
export async function playTrace(name: TraceName, options: TraceOptions): Promise<readonly string[]> {
  const recorder = new TraceRecorder(options);
  try {
    await PLAYS[name](recorder);
    const [deviation] = recorder.simulator.report.deviations;
    if (deviation !== undefined) throw new Error(`${name}: ${JSON.stringify(deviation)}`);
    return recorder.lines();
  } finally {
    recorder.simulator.close();
  }
}

/** What the trace must look like. */
export function referenceTrace(name: TraceName, dialect: Dialect): readonly string[] {
  return dialect === 'flag' ? (FLAG_TRACES[name] ?? DEFAULT_TRACES[name]) : DEFAULT_TRACES[name];
}

const PROBE = 'GET /Users?filter=userName+eq+%22<guid>%22 -> 200';
const MATCH_ADA = 'GET /Users?filter=userName+eq+%22ada%40corp.example%22 -> 200';
const READ_ADA = 'GET /Users/u1 -> 200';
const MATCH_GROUP = 'GET /Groups?excludedAttributes=members&filter=displayName+eq+%22Analysts%22 -> 200';

const DEFAULT_TRACES: Readonly<Record<TraceName, readonly string[]>> = {
  T1: [
    PROBE,
    MATCH_ADA,
    'POST /Users {…} -> 201',
    MATCH_GROUP,
    'POST /Groups {…} -> 201',
    'PATCH /Users/u1 [{"op":"Add","path":"E:manager","value":"u2"}] -> 200',
    'PATCH /Groups/g1 [{"op":"Add","path":"members","value":[{"value":"u1"}]}] -> 204',
  ],
  T2: [PROBE, READ_ADA, 'PATCH /Users/u1 [{"op":"Replace","path":"title","value":"Lead"}] -> 200'],
  T3: [PROBE, READ_ADA, 'PATCH /Users/u1 [{"op":"Replace","path":"active","value":"False"}] -> 200'],
  T4: [PROBE, READ_ADA, 'PATCH /Users/u1 [{"op":"Replace","path":"active","value":"True"}] -> 200'],
  T5: [PROBE, 'DELETE /Users/u1 -> 204'],
  T6: [
    PROBE,
    MATCH_ADA,
    'PATCH /Users/u1 [{"op":"Add","path":"externalId","value":"<guid>"},{"op":"Replace","path":"userName","value":"ada@corp.example"},' +
      '{"op":"Add","path":"displayName","value":"Ada Lovelace"},{"op":"Add","path":"title","value":"Analyst"}] -> 200',
  ],
  T7: [PROBE, PROBE, MATCH_ADA, 'PATCH /Users/u1 [{"op":"Replace","path":"title","value":"Lead"}] -> 200'],
};

/** Provision on demand, probes and deletes are the same in either dialect. */
const FLAG_TRACES: Partial<Readonly<Record<TraceName, readonly string[]>>> = {
  T1: [
    ...DEFAULT_TRACES.T1.slice(0, 5),
    'PATCH /Users/u1 [{"op":"add","path":"E:manager","value":"u2"}] -> 200',
    'PATCH /Groups/g1 [{"op":"add","path":"members","value":[{"value":"u1"}]}] -> 204',
  ],
  T2: [PROBE, READ_ADA, 'PATCH /Users/u1 [{"op":"replace","value":{"title":"Lead"}}] -> 200'],
  T3: [PROBE, READ_ADA, 'PATCH /Users/u1 [{"op":"replace","path":"active","value":false}] -> 200'],
  T4: [PROBE, READ_ADA, 'PATCH /Users/u1 [{"op":"replace","path":"active","value":true}] -> 200'],
  T6: [
    PROBE,
    MATCH_ADA,
    'PATCH /Users/u1 [{"op":"add","value":{"externalId":"<guid>","displayName":"Ada Lovelace","title":"Analyst"}},' +
      '{"op":"replace","value":{"userName":"ada@corp.example"}}] -> 200',
  ],
};

const PLAYS: Readonly<Record<TraceName, (recorder: TraceRecorder) => Promise<void>>> = {
  T1: firstCycle,
  T2: changeOfTitle,
  T3: unassign,
  T4: reassign,
  T5: purge,
  T6: brownfield,
  T7: onDemand,
};

const ADA = { displayName: 'Ada Lovelace', jobTitle: 'Analyst' } as const;

async function firstCycle(recorder: TraceRecorder): Promise<void> {
  const { simulator } = recorder;
  const grace = await simulator.createUser(recorder.userName('grace'));
  recorder.nameId(grace.id, 'u2');
  // What is there already belongs to an earlier cycle.
  await simulator.incrementalCycle();
  recorder.record();
  const ada = recorder.introduce('ada', ADA, grace.objectId);
  const members = new Set([ada]);
  const group = { objectId: randomUUID(), displayName: recorder.groupName, members, deleted: false };
  simulator.source.putGroup(group);
  await simulator.incrementalCycle();
  recorder.nameId(simulator.targetId(ada), 'u1');
  recorder.nameId(simulator.targetId(group.objectId), 'g1');
}

async function adaIsProvisioned(recorder: TraceRecorder): Promise<string> {
  const ada = recorder.introduce('ada', ADA);
  await recorder.simulator.initialCycle();
  recorder.nameId(recorder.simulator.targetId(ada), 'u1');
  recorder.record();
  return ada;
}

async function changeOfTitle(recorder: TraceRecorder): Promise<void> {
  const ada = await adaIsProvisioned(recorder);
  recorder.simulator.source.changeAttributes(ada, { jobTitle: 'Lead' });
  await recorder.simulator.incrementalCycle();
}

async function unassign(recorder: TraceRecorder): Promise<void> {
  const ada = await adaIsProvisioned(recorder);
  recorder.simulator.source.moveUser(ada, 'unassigned');
  await recorder.simulator.incrementalCycle();
}

async function reassign(recorder: TraceRecorder): Promise<void> {
  const ada = await adaIsProvisioned(recorder);
  recorder.simulator.source.moveUser(ada, 'unassigned');
  await recorder.simulator.incrementalCycle();
  recorder.record();
  recorder.simulator.source.moveUser(ada, 'enabled');
  await recorder.simulator.incrementalCycle();
}

async function purge(recorder: TraceRecorder): Promise<void> {
  const ada = await adaIsProvisioned(recorder);
  recorder.simulator.source.moveUser(ada, 'purged');
  await recorder.simulator.incrementalCycle();
}

/** The server has the person already, in another letter case and with little else. */
async function brownfield(recorder: TraceRecorder): Promise<void> {
  const { simulator } = recorder;
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
  const userName = recorder.adasName.replace('ada@', 'Ada@');
  await simulator.client.post('/Users', { schemas, userName, active: true });
  const ada = recorder.introduce('ada', ADA);
  recorder.record();
  await simulator.initialCycle();
  recorder.nameId(simulator.targetId(ada), 'u1');
}

/** The job knows nothing of the user yet: probes, match, and a PATCH in the default dialect. */
async function onDemand(recorder: TraceRecorder): Promise<void> {
  const ada = await adaIsProvisioned(recorder);
  const { simulator } = recorder;
  simulator.forgetLinks();
  simulator.source.changeAttributes(ada, { jobTitle: 'Lead' });
  await simulator.provisionOnDemand(ada);
}
