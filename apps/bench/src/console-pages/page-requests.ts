import { directoryPages } from './directory-pages';
import type { Landmarks } from './landmarks';
import { logPages } from './log-pages';
import { organisationPages } from './organisation-pages';
import type { PageRequest } from './page-request';

/** The first data of each page of the console, with every filter, tab and order that can be chosen there. */
export function pageRequests(landmarks: Landmarks): readonly PageRequest[] {
  return [...directoryPages(landmarks), ...logPages(landmarks), ...organisationPages(landmarks)];
}
