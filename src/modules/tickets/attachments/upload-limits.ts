/** Of one ticket; counted for each side. */
export const MAX_ATTACHMENTS = 50;
/** Named in one ticket or comment. */
export const MAX_UPLOADS_NAMED = 20;
