// Special groups that somebody is in by a past of their own: service, employment, vows, a sentence, studies.

/**
 * No notice gives these groups an age, and none is needed to tell that a newborn (新生儿) is not in them: the words say what
 * somebody did before. A family's group, a move or an identity can be a newborn's as well as anybody's.
 */
const OWN_PAST: ReadonlySet<string> = new Set([
  "discharged-soldier",
  "religious-staff",
  "employee-to-resident",
  "released",
  "graduate-returned",
  "freshman",
]);

export function takesOwnPast(group: string): boolean {
  return OWN_PAST.has(group);
}
