// What the theme's search box and its worker say to each other: these numbers are the theme's.

export const SETUP = 0;
export const READY = 1;
export const QUERY = 2;
export const RESULT = 3;
