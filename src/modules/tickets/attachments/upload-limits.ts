/** Of one ticket; counted for each side. */
export const MOST_ATTACHMENTS = 50;
/** Named in one ticket or comment. */
export const MOST_UPLOADS_NAMED = 20;
