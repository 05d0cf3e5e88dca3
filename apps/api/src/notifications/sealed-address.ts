import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretsConfig } from '../config/secrets.config';

const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Whose address it is: a row that is copied to another channel or organisation does not open. */
export interface SealedFor {
  readonly tenantId: string;
  readonly channelId: string;
}

/**
 * Keeps addresses of channels as AES-256-GCM under a key derived from ROLLCALL_SECRET, because whoever knows a webhook's address may post
 * to it (decision 0011). Version, nonce, tag, text.
 */
@Injectable()
export class SealedAddresses {
  private readonly key: Buffer;

  constructor(secrets: SecretsConfig) {
    this.key = secrets.key('notification channels');
  }

  seal(address: string, owner: SealedFor): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(boundTo(owner));
    const text = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), text]);
  }

  /** Undefined for what this installation did not seal for this channel. */
  open(sealed: Buffer, owner: SealedFor): string | undefined {
    if (sealed.length <= 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION) return undefined;
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
    try {
      const cipher = createDecipheriv(CIPHER, this.key, nonce).setAAD(boundTo(owner)).setAuthTag(tag);
      const text = cipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, cipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }
}

function boundTo({ tenantId, channelId }: SealedFor): Buffer {
  return Buffer.from(`${tenantId}/${channelId}`);
}
