/** The id of the element that holds the content of a single file, compressed: zlib (RFC 1950) in base64. */
export const foldedElement = 'farol-folded';
