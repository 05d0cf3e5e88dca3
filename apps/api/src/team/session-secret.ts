import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; only the digest is kept, so a copied database opens no session (SEC-42). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function secretDigest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
