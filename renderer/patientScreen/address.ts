/** The address of the patient's window. */
export const PATIENT_SCREEN = '/patient-screen';
