/** The role that holds the program's rights: it owns nothing and cannot bypass row-level security. The program's login is in it. */
export const APP_ROLE = 'kundenportal_app';

/** Role of the search functions: sees the search tables only, through functions that filter by tenant themselves. */
export const SEARCH_ROLE = 'kundenportal_search';
