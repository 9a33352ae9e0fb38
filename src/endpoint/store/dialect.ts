/** The two databases that a store can lie in. What is not the same in their SQL asks which one it is. */
export type DialectName = 'sqlite' | 'postgres';
