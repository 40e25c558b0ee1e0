import type { Api } from './api';

/** Staff write about everything that lies in the inbox, for one another. */
export async function noteInInbox(agent: Api, internal: string): Promise<void> {
  const { body } = await agent.get('/staff/inbox-items?limit=100').expect(200);
  for (const { id } of body.items as { id: string }[]) {
    await agent
      .post(`/staff/inbox-items/${id}/notes`)
      .send({ body: `Unter uns: ${internal}` })
      .expect(201);
  }
}
