/** The colours that the server gives out to those who are at a draft, in the order of the style sheet's classes. */
export const writerColours = ['#23498f', '#7a1d50', '#1c663b', '#8a4b00', '#0b5f70', '#5b3fa0', '#a3262a', '#5a5f14', '#3d4756', '#9a2c86']

/** The class of a writer's colour; that of nobody before the server has given one, as for one's own self alone. */
export const writerClass = (color: unknown): string => `writer-${writerColours.indexOf(String(color)) + 1}`
