/**
 * A transaction, in what is kept and in what is held of it in memory. The work must be synchronous: what an
 * async function writes after its first wait would stay when it throws.
 * @param forget drops what is held, which may not be what is kept
 */
export function allOrNothing<T>(
  storage: Pick<DurableObjectStorage, 'transactionSync'>,
  work: () => T,
  forget: () => void,
): T {
  try {
    return storage.transactionSync(work)
  } catch (error) {
    forget()
    throw error
  }
}
