export type SearchSection = 'people' | 'traces' | 'groups' | 'integrations' | 'requests' | 'pages' | 'recent';

/** A place that an entry leads to. */
export type SearchPlace =
  | { readonly to: '/users' | '/groups' | '/requests' | '/integrations' | '/integrations/discover' }
  | { readonly to: '/team' | '/activity' | '/account' | '/notifications' }
  | { readonly to: '/integrations/discover/scim' }
  | { readonly to: '/users/$userId'; readonly params: { readonly userId: string } }
  | { readonly to: '/groups/$groupId'; readonly params: { readonly groupId: string } }
  | { readonly to: '/requests/$requestId'; readonly params: { readonly requestId: string } }
  | { readonly to: '/integrations/$integrationId'; readonly params: { readonly integrationId: string } };

/** One line of the box. */
export interface SearchEntry {
  readonly key: string;
  readonly section: SearchSection;
  readonly title: string;
  readonly detail?: string;
  /** Why somebody is missing, inactive or in no group: a sentence of its own. */
  readonly reason?: string;
  readonly mark?: 'inactive' | 'deleted' | 'refused';
  readonly place: SearchPlace;
}
