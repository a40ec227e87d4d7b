/** A handout that can't be printed as it stands. `message` is for the doctor and holds nothing of the patient. */
export class HandoutFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'HandoutFault';
  }
}
