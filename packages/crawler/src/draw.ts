import { hash } from 'node:crypto';

/**
 * Rows in the order of a draw, the same for the same seed. Each has a rank of its
 * own: one added to the site moves none of the others in or out but the last.
 */
export function shuffled<Row>(rows: Iterable<Row>, seed: string, urlOf: (row: Row) => string): Row[] {
  return Array.from(rows, (row) => ({ row, rank: hash('sha256', `${seed}\n${urlOf(row)}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ row }) => row);
}
