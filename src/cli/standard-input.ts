/** How standard input is called where a file has its name. */
export const STANDARD_INPUT = '(standard input)';
