import { Api } from './api';
import { uniqueEmail } from './world';

/** Somebody asks for access; staff alone may know of it. */
export async function seedRegistration(slug: string, marks: string): Promise<void> {
  await Api.anonymous()
    .post(`/public/tenants/${slug}/registrations`)
    .send({
      company: `Neue GmbH ${marks}`,
      lastName: `Neumann ${marks}`,
      email: uniqueEmail('neu'),
      message: marks,
    })
    .expect(202);
}
