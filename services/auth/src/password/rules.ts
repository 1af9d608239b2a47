import { InvalidInput } from '@boxoffice/common';

/** The most used passwords of eight characters and more in public leaks, and the words of this product. */
const common = new Set(
  `00000000 11111111 11223344 12121212 12312312 123123123 12341234 12344321 12345678 123456789 1234567890 1234567891
  123456abc 1234qwer 123abc123 123qweasd 147258369 159753456 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 55555555 66666666
  77777777 87654321 88888888 987654321 99999999 a1234567 a12345678 aa123456 aa12345678 abc12345 abcd1234 abcdefgh
  admin123 administrator alexander asdfasdf asdfghjk asdfghjkl baseball basketball benjamin butterfly caroline charlie1
  chocolate christian computer corvette danielle dragon12 elizabeth everton1 football football1 garfield guinness
  hello123 iloveyou iloveyou1 internet isabella jennifer jonathan jordan23 kristina letmein1 letmein123 liverpool
  login123 margaret marlboro master12 maverick mercedes metallica michael1 michelle midnight monkey123 mountain
  mustang1 nicholas november p@ssw0rd pa55word passw0rd password password1 password12 password123 password1234
  patricia pokemon1 princess princess1 q1w2e3r4 qazwsxedc qwer1234 qwerasdf qwerty12 qwerty123 qwerty1234 qwertyui
  qwertyuiop rangers1 samantha sandra12 scorpion secret12 security shadow12 slipknot starwars stephanie sunshine
  superman superman1 swordfish test1234 testtest thomas12 tinkerbell trustno1 user1234 veronica victoria welcome1
  welcome123 whatever william1 xbox3601 zaq12wsx zxcvbnm1 zxcvbnm123`
    .split(/\s+/)
    .filter(Boolean),
);
const ours = ['boxoffice', 'ticket', 'tickets', 'marketplace'];

/**
 * Refuses what attackers try first (OWASP ASVS 5.0, 6.2.4 and 6.2.11).
 * @throws {InvalidInput} with the reason
 */
export function checkPassword(password: string, email: string, field = 'password'): void {
  const reason = weakness(password.toLowerCase(), email.toLowerCase());
  if (reason) throw new InvalidInput([{ field, message: reason }]);
}

function weakness(password: string, email: string): string | undefined {
  const letters = password.replaceAll(/[^\p{L}]/gu, '');
  if (common.has(password)) return 'is one of the most used passwords';
  if (ours.includes(letters)) return 'is a word of this market with little around it';
  if (new Set(password).size < 3) return 'has too few different characters';
  if (password === email || password === email.split('@')[0]) return 'is your address';
  return undefined;
}
