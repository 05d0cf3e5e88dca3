export * from './error';
export * from './session';
export * from './paging';
export * from './integrations';
export * from './directory';
export * from './requests';
export * from './activity';
