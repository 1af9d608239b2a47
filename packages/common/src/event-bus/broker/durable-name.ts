/** A subscriber's name as every broker takes it. Different names stay different. */
export function durableName(name: string): string {
  return name.replace(/[^\w-]/gu, (character) => `=${character.codePointAt(0)?.toString(16)}=`);
}
