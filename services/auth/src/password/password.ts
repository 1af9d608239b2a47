import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { queue } from './queue.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

interface Cost {
  /** log2 of scrypt's N. */
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** The cost of production: OWASP's password storage sheet, N = 2^17 (128 MiB). */
export const PRODUCTION_LN = 17;

export interface Passwords {
  /** A PHC string: `$scrypt$ln=17,r=8,p=1$<salt>$<hash>`. */
  hash(password: string): Promise<string>;
  /** Takes as long without a stored hash as with one, so that time tells nobody whether an account exists. */
  verify(password: string, stored: string | undefined): Promise<boolean>;
  /** The stored hash is weaker than those made now. */
  isWeak(stored: string): boolean;
}

/**
 * Hashes passwords, two at once and sixteen waiting: a flood of sign-ins must not take the memory of the machine.
 * @throws {Busy} from `hash` and `verify` when the queue is full
 */
export function scryptPasswords(ln: number): Passwords {
  const cost: Cost = { ln, r: 8, p: 1 };
  const inTurn = queue({ running: 2, waiting: 16 });
  const nobody = print(cost, randomBytes(16), randomBytes(32));

  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(16);
        return print(cost, salt, await digest(password, salt, cost));
      }),
    async verify(password, stored) {
      const { cost: used, salt, hash } = parse(stored ?? nobody);
      const given = await inTurn(() => digest(password, salt, used));
      return timingSafeEqual(given, hash) && stored !== undefined;
    },
    isWeak: (stored) => parse(stored).cost.ln < ln,
  };
}

function digest(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  return derive(password.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * r });
}

function print({ ln, r, p }: Cost, salt: Buffer, hash: Buffer): string {
  return `$scrypt$ln=${ln},r=${r},p=${p}$${base64(salt)}$${base64(hash)}`;
}

function parse(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const match = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored);
  if (!match) throw new Error('a stored password hash is not a PHC string of scrypt');
  const [, ln, r, p, salt = '', hash = ''] = match;
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
