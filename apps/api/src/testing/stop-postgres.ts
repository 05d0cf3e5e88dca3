/** Ends the server that start-postgres.ts started; one that came from outside stays. */
export default async function stopPostgres(): Promise<void> {
  const server = globalThis.rollcallTestPostgres;
  globalThis.rollcallTestPostgres = undefined;
  await server?.stop();
}
