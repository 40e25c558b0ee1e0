import { Audienced, audienceOf } from './access';

@Audienced('STAFF')
class Declared {
  @Audienced('ADMIN')
  own(): void {}

  inherited(): void {}
}

class Undeclared {
  @Audienced('CONTACT')
  own(): void {}

  undeclared(): void {}
}

it('takes the audience of a route from itself before its controller', () => {
  expect(audienceOf(Declared.prototype.own, Declared)).toBe('ADMIN');
  expect(audienceOf(Declared.prototype.inherited, Declared)).toBe('STAFF');
  expect(audienceOf(Undeclared.prototype.own, Undeclared)).toBe('CONTACT');
});

it('has no audience that was not declared', () => {
  expect(audienceOf(Undeclared.prototype.undeclared, Undeclared)).toBeUndefined();
});
