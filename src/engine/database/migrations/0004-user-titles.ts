/** What somebody is in the company, and whom they report to. The manager may be entered later or never. */
export const userTitlesSchema = `
ALTER TABLE users ADD COLUMN title TEXT;
ALTER TABLE users ADD COLUMN manager_id TEXT;
`;
