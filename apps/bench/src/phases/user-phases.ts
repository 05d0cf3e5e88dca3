import { guidOf, type Person } from '../entra/directory';
import { created, foundNothing, inactive, user, userWithTitle } from '../entra/expectations';
import { disabling, filterPath, promotion, userBody } from '../entra/messages';
import type { PlannedRequest, Task } from '../load/request';
import type { Phase } from './phase';
import type { ProvisionedDirectory } from './provisioned';
import type { Scale } from './scale';

/** Test Connection, and the start of every cycle: somebody who cannot exist. */
export function connect(label: string, scale: Scale): Phase {
  const tasks = (): Task[] =>
    Array.from({ length: scale.probes }, (_, index) => [lookUp(guidOf(`probe ${label} ${index}`))]);
  return { name: 'connect (filter, no hit)', tasks };
}

export function initialUsers(directory: ProvisionedDirectory): Phase {
  return {
    name: 'initial-users (filter + POST)',
    tasks: () => directory.people.map((person) => provision(directory, person)),
  };
}

export function provision(directory: ProvisionedDirectory, person: Person): Task {
  return [lookUp(person.userName), create(directory, person)];
}

export function create(directory: ProvisionedDirectory, person: Person): PlannedRequest {
  const keep = (id: string): void => {
    directory.keepUser(person, id);
  };
  return { method: 'POST', path: '/Users', body: userBody(person), status: 201, check: created(keep, person) };
}

export function incremental(directory: ProvisionedDirectory, scale: Scale): Phase {
  const tasks = (): Task[] =>
    directory.people.slice(0, scale.changedUsers).map((person): Task => {
      const id = directory.idOf(person);
      const title = `Lead ${person.number}`;
      return [
        { method: 'GET', path: `/Users/${id}`, status: 200, check: user(id, person) },
        {
          method: 'PATCH',
          path: `/Users/${id}`,
          body: promotion(title, person),
          status: 200,
          check: userWithTitle(id, title),
        },
      ];
    });
  return { name: 'incremental (GET + PATCH)', tasks, afterLoading: true };
}

/** The last people of the list leave: disabled, deleted, and deleted once more by a client that lost the answer. */
export function deprovision(directory: ProvisionedDirectory, scale: Scale): Phase {
  const tasks = (): Task[] =>
    directory.people.slice(-scale.leavers).map((person): Task => {
      const path = `/Users/${directory.idOf(person)}`;
      return [
        { method: 'PATCH', path, body: disabling(), status: 200, check: inactive },
        { method: 'DELETE', path, status: 204 },
        { method: 'DELETE', path, status: 404 },
      ];
    });
  return { name: 'deprovision (PATCH, DELETE twice)', tasks };
}

function lookUp(userName: string): PlannedRequest {
  return { method: 'GET', path: filterPath('/Users', 'userName', userName), status: 200, check: foundNothing };
}
