/** Thrown inside the fast path where anything is not plainly what it knows: the slow path decides. */
export class Unsure extends Error {
  override readonly name = 'Unsure';
}
