import { connectScim, type ScimConnection } from '../../testing/scim-connection';
import { startTestServer } from '../../testing/test-server';
import { givenAmyBobCrew, type AmyBobCrew } from './amy-bob-crew';

/**
 * A client of a server of its own, there from before the first test of this `describe` until after the last. `variables` are those of the
 * environment.
 */
export function givenScim(variables: Readonly<Record<string, string>> = {}): ScimConnection {
  return givenBefore(
    async () => connectScim(await startTestServer(variables)),
    (scim) => scim.server.stop(),
  );
}

/** Amy, Bob and the crew, made once before the tests of this `describe`. */
export function givenPeople(scim: ScimConnection): AmyBobCrew {
  return givenBefore(() => givenAmyBobCrew(scim));
}

/** Amy, Bob and a crew of their own for each test, named apart. */
export function givenPeopleEachTime(scim: ScimConnection): AmyBobCrew {
  let round = 0;
  let people: AmyBobCrew | undefined;
  beforeEach(async () => {
    round += 1;
    people = await givenAmyBobCrew(scim, `-${round}`);
  });
  return whatIs(() => people);
}

function givenBefore<Given extends object>(
  make: () => Promise<Given>,
  end: (given: Given) => Promise<void> = async () => undefined,
): Given {
  let given: Given | undefined;
  beforeAll(async () => {
    given = await make();
  });
  afterAll(async () => {
    if (given) await end(given);
  });
  return whatIs(() => given);
}

/** Stands for what hooks make later, so that tests name it as a constant. */
function whatIs<Given extends object>(find: () => Given | undefined): Given {
  return new Proxy({} as Given, {
    get: (_nothing, name) => {
      const given = find();
      if (!given) throw new Error(`${String(name)} is asked for before the tests run: their hooks make it`);
      return Reflect.get(given, name) as unknown;
    },
  });
}
